/** What all commands share: where they run, how they print, how they fail. */
@NullMarked
package io.smarketing.daemon.command;

import org.jspecify.annotations.NullMarked;
