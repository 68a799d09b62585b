/** The command {@code agreement}: what was agreed, to be read, compared, and signed. */
@NullMarked
package io.smarketing.daemon.command.agreement;

import org.jspecify.annotations.NullMarked;
