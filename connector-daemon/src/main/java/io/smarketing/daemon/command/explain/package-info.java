/** The command that tells all that is known of one person. */
@NullMarked
package io.smarketing.daemon.command.explain;

import org.jspecify.annotations.NullMarked;
