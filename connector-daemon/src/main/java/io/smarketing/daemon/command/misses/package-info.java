/** The command for promises of a period that were missed: what they were, and what people made of them. */
@NullMarked
package io.smarketing.daemon.command.misses;

import org.jspecify.annotations.NullMarked;
