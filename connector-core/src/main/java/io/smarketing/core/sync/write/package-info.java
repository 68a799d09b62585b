/** The doors out: commands sent, what came of them recorded, and what was left open resolved. */
@NullMarked
package io.smarketing.core.sync.write;

import org.jspecify.annotations.NullMarked;
