/** Two pretended CRMs in process on virtual time, and the faults that strike on the way to them. */
@NullMarked
package io.smarketing.simulation.world;

import org.jspecify.annotations.NullMarked;
