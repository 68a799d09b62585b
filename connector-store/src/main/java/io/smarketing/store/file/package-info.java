/** The file itself: its lock, its migrations, its connection, and what can go wrong with it. */
@NullMarked
package io.smarketing.store.file;

import org.jspecify.annotations.NullMarked;
