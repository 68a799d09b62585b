/** What a portal tells of its marketing campaigns. */
@NullMarked
package io.smarketing.hubspot.campaign;

import org.jspecify.annotations.NullMarked;
