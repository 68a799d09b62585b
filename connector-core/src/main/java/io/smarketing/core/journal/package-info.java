/** What happened, one line per change, never edited; ids and field names only. */
@NullMarked
package io.smarketing.core.journal;

import org.jspecify.annotations.NullMarked;
