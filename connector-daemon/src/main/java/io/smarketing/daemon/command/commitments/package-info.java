/** The command that tells how the promises of a period stand. */
@NullMarked
package io.smarketing.daemon.command.commitments;

import org.jspecify.annotations.NullMarked;
