/** What a CRM tells of its own accord: hints that wake the feed. */
@NullMarked
package io.smarketing.core.crm.push;

import org.jspecify.annotations.NullMarked;
