/** How an org gets the product's own fields, who may see them, and what happens to them at a conversion. */
@NullMarked
package io.smarketing.salesforce.provision;

import org.jspecify.annotations.NullMarked;
