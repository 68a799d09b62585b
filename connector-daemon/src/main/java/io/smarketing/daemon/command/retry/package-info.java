/** The command that has what is parked tried once more. */
@NullMarked
package io.smarketing.daemon.command.retry;

import org.jspecify.annotations.NullMarked;
