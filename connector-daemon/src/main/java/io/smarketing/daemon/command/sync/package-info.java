/** The command that brings both CRMs in step once. */
@NullMarked
package io.smarketing.daemon.command.sync;

import org.jspecify.annotations.NullMarked;
