/** The rooms that read: changes listened to, cut into waves, recognised, and asked about. */
@NullMarked
package io.smarketing.core.sync.room;

import org.jspecify.annotations.NullMarked;
