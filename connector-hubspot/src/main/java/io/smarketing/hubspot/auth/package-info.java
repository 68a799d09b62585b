/** What an admin sets for HubSpot, and the login made of it. */
@NullMarked
package io.smarketing.hubspot.auth;

import org.jspecify.annotations.NullMarked;
