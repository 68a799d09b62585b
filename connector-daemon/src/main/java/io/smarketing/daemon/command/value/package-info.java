/** Values on the command line that more than one command takes, refused in words of people. */
@NullMarked
package io.smarketing.daemon.command.value;

import org.jspecify.annotations.NullMarked;
