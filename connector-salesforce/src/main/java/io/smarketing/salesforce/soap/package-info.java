/** Salesforce's Metadata API over SOAP, by its own client library on our HTTP client. */
@NullMarked
package io.smarketing.salesforce.soap;

import org.jspecify.annotations.NullMarked;
