/** What a CRM tells of its campaigns: what they cost and who is in them. */
@NullMarked
package io.smarketing.core.crm.campaign;

import org.jspecify.annotations.NullMarked;
