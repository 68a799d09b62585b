/** Salesforce's REST calls, one method each. */
@NullMarked
package io.smarketing.salesforce.rest;

import org.jspecify.annotations.NullMarked;
