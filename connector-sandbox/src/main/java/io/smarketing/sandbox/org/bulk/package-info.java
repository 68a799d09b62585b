/** The Bulk API 2.0: queries that the org runs by itself. */
@NullMarked
package io.smarketing.sandbox.org.bulk;

import org.jspecify.annotations.NullMarked;
