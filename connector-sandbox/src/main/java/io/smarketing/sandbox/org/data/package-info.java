/** The org's records in memory: rows, tables with their indexes, ids, stamps, commits and rollbacks. */
@NullMarked
package io.smarketing.sandbox.org.data;

import org.jspecify.annotations.NullMarked;
