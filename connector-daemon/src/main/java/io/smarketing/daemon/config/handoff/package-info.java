/** What {@code lifecycle.yaml} says of handing leads over: whose field, by which hours, with what answer. */
@NullMarked
package io.smarketing.daemon.config.handoff;

import org.jspecify.annotations.NullMarked;
