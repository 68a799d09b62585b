/** Reading contacts by id, key and address, with their history and their timelines. */
@NullMarked
package io.smarketing.hubspot.read;

import org.jspecify.annotations.NullMarked;
