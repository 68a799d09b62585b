/** What people are told on the timelines of records. */
@NullMarked
package io.smarketing.core.crm.notice;

import org.jspecify.annotations.NullMarked;
