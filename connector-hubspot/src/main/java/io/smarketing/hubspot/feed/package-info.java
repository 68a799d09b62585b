/** A portal's changes: the listing, what changed since, what happened, and what was deleted. */
@NullMarked
package io.smarketing.hubspot.feed;

import org.jspecify.annotations.NullMarked;
