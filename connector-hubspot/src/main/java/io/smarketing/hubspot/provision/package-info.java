/** How a portal gets the product's own properties. */
@NullMarked
package io.smarketing.hubspot.provision;

import org.jspecify.annotations.NullMarked;
