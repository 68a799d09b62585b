/** Conditions: named lines of CEL over the mapped fields. */
@NullMarked
package io.smarketing.daemon.cel;

import org.jspecify.annotations.NullMarked;
