/** The books in SQL: one SQLite file per workspace. */
@NullMarked
package io.smarketing.store;

import org.jspecify.annotations.NullMarked;
