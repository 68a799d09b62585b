/** XML in and out, as far as SOAP needs it. */
@NullMarked
package io.smarketing.sandbox.org.soap.xml;

import org.jspecify.annotations.NullMarked;
