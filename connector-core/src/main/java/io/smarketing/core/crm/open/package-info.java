/** What a CRM account is opened with: settings, the fields wanted of it, and the surroundings it runs in. */
@NullMarked
package io.smarketing.core.crm.open;

import org.jspecify.annotations.NullMarked;
