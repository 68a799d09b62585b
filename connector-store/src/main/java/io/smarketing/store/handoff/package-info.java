/** The ledger of handoffs, in SQL. */
@NullMarked
package io.smarketing.store.handoff;

import org.jspecify.annotations.NullMarked;
