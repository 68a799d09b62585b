/** The rooms one change passes through, in the order of the pass. */
@NullMarked
package io.smarketing.core.sync.room;

import org.jspecify.annotations.NullMarked;
