/** Books in memory, and the contract that every store keeps. */
@NullMarked
package io.smarketing.testkit.books;

import org.jspecify.annotations.NullMarked;
