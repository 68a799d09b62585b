/** The command {@code campaigns}. */
@NullMarked
package io.smarketing.daemon.command.campaigns;

import org.jspecify.annotations.NullMarked;
