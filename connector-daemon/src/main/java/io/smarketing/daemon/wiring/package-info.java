/** The composition root: where configuration, adapters, books and engine come together. */
@NullMarked
package io.smarketing.daemon.wiring;

import org.jspecify.annotations.NullMarked;
