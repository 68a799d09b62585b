/** HubSpot's webhooks: whether a call is theirs, and what it hints at. */
@NullMarked
package io.smarketing.hubspot.push;

import org.jspecify.annotations.NullMarked;
