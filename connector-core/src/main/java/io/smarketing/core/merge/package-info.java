/** Who wins a contested field: the base with its two halves, and the three-way merge. */
@NullMarked
package io.smarketing.core.merge;

import org.jspecify.annotations.NullMarked;
