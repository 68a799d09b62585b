/** What counts for promises of whole periods, and what came of them, in SQL. */
@NullMarked
package io.smarketing.store.commitment;

import org.jspecify.annotations.NullMarked;
