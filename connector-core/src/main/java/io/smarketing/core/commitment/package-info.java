/** What was promised for whole periods: what counts for it, how it stands, and what came of each miss. */
@NullMarked
package io.smarketing.core.commitment;

import org.jspecify.annotations.NullMarked;
