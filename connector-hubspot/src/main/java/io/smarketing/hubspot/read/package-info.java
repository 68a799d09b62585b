/** Reading records by id, key, address or domain, with their history and what linked records tell of them. */
@NullMarked
package io.smarketing.hubspot.read;

import org.jspecify.annotations.NullMarked;
