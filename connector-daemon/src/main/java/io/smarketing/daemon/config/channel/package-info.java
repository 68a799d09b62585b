/** How people are reached who look into neither CRM, as {@code connections.yaml} says it. */
@NullMarked
package io.smarketing.daemon.config.channel;

import org.jspecify.annotations.NullMarked;
