/** A CRM in memory, and the contract that every adapter keeps. */
@NullMarked
package io.smarketing.testkit.crm;

import org.jspecify.annotations.NullMarked;
