/** The command that tells how things stand, offline. */
@NullMarked
package io.smarketing.daemon.command.status;

import org.jspecify.annotations.NullMarked;
