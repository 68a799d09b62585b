/** A portal gets its properties. */
@NullMarked
package io.smarketing.hubspot.provision;

import org.jspecify.annotations.NullMarked;
