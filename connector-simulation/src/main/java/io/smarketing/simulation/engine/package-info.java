/** The real engine, adapters and store, run as the daemon runs them, and killed as a daemon is. */
@NullMarked
package io.smarketing.simulation.engine;

import org.jspecify.annotations.NullMarked;
