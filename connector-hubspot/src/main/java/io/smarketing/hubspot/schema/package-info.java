/** What a portal tells of itself: its properties and its owners. */
@NullMarked
package io.smarketing.hubspot.schema;

import org.jspecify.annotations.NullMarked;
