/** An org gets its fields. */
@NullMarked
package io.smarketing.salesforce.provision;

import org.jspecify.annotations.NullMarked;
