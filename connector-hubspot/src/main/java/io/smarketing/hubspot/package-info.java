/** The HubSpot adapter; its provider is the only name used outside. */
@NullMarked
package io.smarketing.hubspot;

import org.jspecify.annotations.NullMarked;
