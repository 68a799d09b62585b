/** What a CRM account must have for us, what it has, and what was made of the difference. */
@NullMarked
package io.smarketing.core.crm.provision;

import org.jspecify.annotations.NullMarked;
