/** Tests of what the feed remembers. */
@NullMarked
package io.smarketing.hubspot.feed;

import org.jspecify.annotations.NullMarked;
