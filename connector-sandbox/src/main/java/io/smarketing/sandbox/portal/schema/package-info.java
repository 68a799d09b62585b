/** What a portal knows of its object types: properties, value types and association types. */
@NullMarked
package io.smarketing.sandbox.portal.schema;

import org.jspecify.annotations.NullMarked;
