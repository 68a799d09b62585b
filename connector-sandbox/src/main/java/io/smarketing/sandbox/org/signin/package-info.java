/** How callers prove who they are: OAuth flows, JWT and the sessions they yield. */
@NullMarked
package io.smarketing.sandbox.org.signin;

import org.jspecify.annotations.NullMarked;
