/** The port: all that is asked of any CRM. */
@NullMarked
package io.smarketing.core.crm;

import org.jspecify.annotations.NullMarked;
