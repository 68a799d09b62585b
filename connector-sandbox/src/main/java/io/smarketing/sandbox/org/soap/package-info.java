/** The org's SOAP endpoints: partner and metadata. */
@NullMarked
package io.smarketing.sandbox.org.soap;

import org.jspecify.annotations.NullMarked;
