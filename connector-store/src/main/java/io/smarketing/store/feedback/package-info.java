/** Leads that sales sent back, in SQL. */
@NullMarked
package io.smarketing.store.feedback;

import org.jspecify.annotations.NullMarked;
