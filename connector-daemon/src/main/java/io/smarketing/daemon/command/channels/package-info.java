/** The command that shows and tries the ways to people who look into neither CRM. */
@NullMarked
package io.smarketing.daemon.command.channels;

import org.jspecify.annotations.NullMarked;
