/** The command simulate: random lives against the claims, with any mapping. */
@NullMarked
package io.smarketing.daemon.command.simulate;

import org.jspecify.annotations.NullMarked;
