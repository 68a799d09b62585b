/** How the org says no: codes and sentences, for a row or for a whole call. */
@NullMarked
package io.smarketing.sandbox.org.error;

import org.jspecify.annotations.NullMarked;
