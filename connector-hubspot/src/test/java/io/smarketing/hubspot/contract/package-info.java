/** What every adapter must do, tried on the HubSpot adapter against the sandbox's portal. */
@NullMarked
package io.smarketing.hubspot.contract;

import org.jspecify.annotations.NullMarked;
