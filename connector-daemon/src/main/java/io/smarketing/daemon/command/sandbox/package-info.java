/** The command {@code sandbox}: both CRMs on loopback, and a configuration for them. */
@NullMarked
package io.smarketing.daemon.command.sandbox;

import org.jspecify.annotations.NullMarked;
