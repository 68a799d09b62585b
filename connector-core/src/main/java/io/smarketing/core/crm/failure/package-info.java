/** Every way a CRM can fail us, and the one reaction to each. */
@NullMarked
package io.smarketing.core.crm.failure;

import org.jspecify.annotations.NullMarked;
