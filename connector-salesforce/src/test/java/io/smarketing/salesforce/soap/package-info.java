/** Salesforce's own client library, run against the sandbox's org. */
@NullMarked
package io.smarketing.salesforce.soap;

import org.jspecify.annotations.NullMarked;
