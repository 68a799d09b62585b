/** Who is there, what they did, and what they typed. */
@NullMarked
package io.smarketing.simulation.people;

import org.jspecify.annotations.NullMarked;
