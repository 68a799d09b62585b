/** The values that one room hands to the next: a record as it was told, and whose it is. */
@NullMarked
package io.smarketing.core.sync.told;

import org.jspecify.annotations.NullMarked;
