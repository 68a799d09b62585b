/** SOQL as text and as a tree: the tokeniser, the parser and the parts of a query. */
@NullMarked
package io.smarketing.sandbox.org.soql;

import org.jspecify.annotations.NullMarked;
