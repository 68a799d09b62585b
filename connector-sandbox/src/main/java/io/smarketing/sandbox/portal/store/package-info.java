/** The portal's records as immutable versions, with their history, unique values and associations. */
@NullMarked
package io.smarketing.sandbox.portal.store;

import org.jspecify.annotations.NullMarked;
