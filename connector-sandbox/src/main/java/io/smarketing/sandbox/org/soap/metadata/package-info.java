/** The org's set-up, as the Metadata API reads and writes it. */
@NullMarked
package io.smarketing.sandbox.org.soap.metadata;

import org.jspecify.annotations.NullMarked;
