/** The command that tells what the next round would write. */
@NullMarked
package io.smarketing.daemon.command.plan;

import org.jspecify.annotations.NullMarked;
