/** One life: the operations of people, the faults, and the rounds between them. */
@NullMarked
package io.smarketing.simulation.life;

import org.jspecify.annotations.NullMarked;
