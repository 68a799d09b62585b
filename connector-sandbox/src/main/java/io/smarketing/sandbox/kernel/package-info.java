/** What both pretended CRMs share: requests and answers without a server, and the record clock. */
@NullMarked
package io.smarketing.sandbox.kernel;

import org.jspecify.annotations.NullMarked;
