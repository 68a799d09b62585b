/** The Salesforce adapter: an org's contacts and leads behind the port that core asks for. */
@NullMarked
package io.smarketing.salesforce;

import org.jspecify.annotations.NullMarked;
