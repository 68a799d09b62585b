/** What Salesforce's error codes mean to us, in one table. */
@NullMarked
package io.smarketing.salesforce.error;

import org.jspecify.annotations.NullMarked;
