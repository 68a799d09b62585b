/** A CRM in memory. */
@NullMarked
package io.smarketing.testkit.crm;

import org.jspecify.annotations.NullMarked;
