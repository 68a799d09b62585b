/** What is noted in the name of a role: who says it, and what. */
@NullMarked
package io.smarketing.daemon.command.role;

import org.jspecify.annotations.NullMarked;
