/** The parts of the books that are kept as collections. */
@NullMarked
package io.smarketing.testkit.books.memory;

import org.jspecify.annotations.NullMarked;
