/** The books in SQL: one SQLite file for a pair of accounts. */
@NullMarked
package io.smarketing.store;

import org.jspecify.annotations.NullMarked;
