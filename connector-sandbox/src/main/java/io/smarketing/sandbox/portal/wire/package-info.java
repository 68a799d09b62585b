/** What stands before every endpoint: paths, JSON, failures, tokens, rate limits and the switches. */
@NullMarked
package io.smarketing.sandbox.portal.wire;

import org.jspecify.annotations.NullMarked;
