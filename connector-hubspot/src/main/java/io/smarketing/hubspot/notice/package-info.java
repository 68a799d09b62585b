/** What we write on the timelines of contacts for people to read. */
@NullMarked
package io.smarketing.hubspot.notice;

import org.jspecify.annotations.NullMarked;
