/** The command {@code validate}: what a configuration says, or all that is wrong with it. */
@NullMarked
package io.smarketing.daemon.command.validate;

import org.jspecify.annotations.NullMarked;
