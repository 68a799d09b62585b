/** What a portal, its admin and its vendor do to us, one case a test. */
@NullMarked
package io.smarketing.hubspot.door;

import org.jspecify.annotations.NullMarked;
