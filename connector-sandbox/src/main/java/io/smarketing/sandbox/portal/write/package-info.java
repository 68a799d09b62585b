/** The rules a write passes before it becomes the next version of a record. */
@NullMarked
package io.smarketing.sandbox.portal.write;

import org.jspecify.annotations.NullMarked;
