/** The command that lists what is put aside. */
@NullMarked
package io.smarketing.daemon.command.parked;

import org.jspecify.annotations.NullMarked;
