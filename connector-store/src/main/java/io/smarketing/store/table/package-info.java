/** The rows: one type per table or group of tables. */
@NullMarked
package io.smarketing.store.table;

import org.jspecify.annotations.NullMarked;
