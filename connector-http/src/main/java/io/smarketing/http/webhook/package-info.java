/** Calls that we make of our own accord, to tell somebody something. */
@NullMarked
package io.smarketing.http.webhook;

import org.jspecify.annotations.NullMarked;
