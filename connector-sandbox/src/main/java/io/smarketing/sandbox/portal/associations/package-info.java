/** The endpoints of associations, for one record and in batches. */
@NullMarked
package io.smarketing.sandbox.portal.associations;

import org.jspecify.annotations.NullMarked;
