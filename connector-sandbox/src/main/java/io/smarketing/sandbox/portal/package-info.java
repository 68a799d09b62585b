/** A HubSpot portal as a plain class: what it answers, and what people do inside it. */
@NullMarked
package io.smarketing.sandbox.portal;

import org.jspecify.annotations.NullMarked;
