/** The command that stays up. */
@NullMarked
package io.smarketing.daemon.command.run;

import org.jspecify.annotations.NullMarked;
