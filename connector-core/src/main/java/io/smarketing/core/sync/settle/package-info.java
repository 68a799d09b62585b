/** The rooms that decide, pure: fields merged, the stage moved, the handoff timed, and what is to be written. */
@NullMarked
package io.smarketing.core.sync.settle;

import org.jspecify.annotations.NullMarked;
