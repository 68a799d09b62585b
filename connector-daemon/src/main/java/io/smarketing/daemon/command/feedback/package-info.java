/** The command for leads that sales sent back, and what marketing answers. */
@NullMarked
package io.smarketing.daemon.command.feedback;

import org.jspecify.annotations.NullMarked;
