/** The program: the one main and what all commands share. */
@NullMarked
package io.smarketing.daemon;

import org.jspecify.annotations.NullMarked;
