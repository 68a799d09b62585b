/** A portal's contact properties and owners. */
@NullMarked
package io.smarketing.hubspot.schema;

import org.jspecify.annotations.NullMarked;
