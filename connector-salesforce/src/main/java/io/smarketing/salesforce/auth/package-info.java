/** How we log in: the token and the two flows that give one. */
@NullMarked
package io.smarketing.salesforce.auth;

import org.jspecify.annotations.NullMarked;
