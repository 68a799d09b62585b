/** What was agreed, and the clocks that run on it, in SQL. */
@NullMarked
package io.smarketing.store.clock;

import org.jspecify.annotations.NullMarked;
