/** What the engine shares with the books and its surroundings: routes, bookmarks, intents, what is parked. */
@NullMarked
package io.smarketing.core.sync;

import org.jspecify.annotations.NullMarked;
