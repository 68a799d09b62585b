/** How HubSpot is spoken to: paths, limits, and what its errors mean. */
@NullMarked
package io.smarketing.hubspot.api;

import org.jspecify.annotations.NullMarked;
