/** A CRM's words and ours: fields, values, entry conditions. */
@NullMarked
package io.smarketing.core.mapping;

import org.jspecify.annotations.NullMarked;
