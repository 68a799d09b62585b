/** Words of Salesforce's query language and its ids, with every value escaped. */
@NullMarked
package io.smarketing.salesforce.soql;

import org.jspecify.annotations.NullMarked;
