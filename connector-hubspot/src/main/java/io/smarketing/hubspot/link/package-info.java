/** The links between a portal's records. */
@NullMarked
package io.smarketing.hubspot.link;

import org.jspecify.annotations.NullMarked;
