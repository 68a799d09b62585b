/** The command that excuses a promise. */
@NullMarked
package io.smarketing.daemon.command.excuse;

import org.jspecify.annotations.NullMarked;
