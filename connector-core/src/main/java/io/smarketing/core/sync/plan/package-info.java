/** The dry run: what a round would write, without writing it. */
@NullMarked
package io.smarketing.core.sync.plan;

import org.jspecify.annotations.NullMarked;
