/** How log lines look. */
@NullMarked
package io.smarketing.daemon.log;

import org.jspecify.annotations.NullMarked;
