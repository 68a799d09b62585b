/** The clocks that promises run on: what a promise says, and what came of it. */
@NullMarked
package io.smarketing.core.sla.clock;

import org.jspecify.annotations.NullMarked;
