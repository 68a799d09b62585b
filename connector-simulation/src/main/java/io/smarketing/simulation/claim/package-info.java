/** What must be true afterwards. */
@NullMarked
package io.smarketing.simulation.claim;

import org.jspecify.annotations.NullMarked;
