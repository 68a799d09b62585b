/** One pretended CRM behind WireMock: its requests, faults, counts and request log. */
@NullMarked
package io.smarketing.sandbox.server.http;

import org.jspecify.annotations.NullMarked;
