/** A CRM's records as the port hands them over: names, references, what a record tells. */
@NullMarked
package io.smarketing.core.crm.record;

import org.jspecify.annotations.NullMarked;
