/** What we write on the timelines of leads and contacts for people to read. */
@NullMarked
package io.smarketing.salesforce.notice;

import org.jspecify.annotations.NullMarked;
