/** The watch over promises: looks at those of which something is due, and notes what came of them, once. */
@NullMarked
package io.smarketing.core.sync.watch;

import org.jspecify.annotations.NullMarked;
