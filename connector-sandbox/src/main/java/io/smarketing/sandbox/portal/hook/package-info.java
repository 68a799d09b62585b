/** Webhooks: what happens to contacts is told to the address that a switch names, signed and in batches. */
@NullMarked
package io.smarketing.sandbox.portal.hook;

import org.jspecify.annotations.NullMarked;
