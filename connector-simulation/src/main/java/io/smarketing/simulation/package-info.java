/** The simulation: random lives from seeds, each checked against the claims. */
@NullMarked
package io.smarketing.simulation;

import org.jspecify.annotations.NullMarked;
