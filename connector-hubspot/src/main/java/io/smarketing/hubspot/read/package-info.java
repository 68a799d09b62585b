/** Reading contacts: the listing, the changes since, and records by id, key and address. */
@NullMarked
package io.smarketing.hubspot.read;

import org.jspecify.annotations.NullMarked;
