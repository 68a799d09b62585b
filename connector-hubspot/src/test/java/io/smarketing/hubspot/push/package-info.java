/** Webhooks: signed by vectors that are not ours, and read whatever they hold. */
@NullMarked
package io.smarketing.hubspot.push;

import org.jspecify.annotations.NullMarked;
