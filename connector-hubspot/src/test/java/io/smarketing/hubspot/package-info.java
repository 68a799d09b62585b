/** Tests of the HubSpot adapter, against stubs and against the sandbox's portal. */
@NullMarked
package io.smarketing.hubspot;

import org.jspecify.annotations.NullMarked;
