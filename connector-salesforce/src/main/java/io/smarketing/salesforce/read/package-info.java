/** Rows into records, and the batched reads. */
@NullMarked
package io.smarketing.salesforce.read;

import org.jspecify.annotations.NullMarked;
