/** Writing contacts in batches, with one outcome per row. */
@NullMarked
package io.smarketing.hubspot.write;

import org.jspecify.annotations.NullMarked;
