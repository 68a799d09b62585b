/** Leads that sales sent back, and what marketing made of that. */
@NullMarked
package io.smarketing.core.feedback;

import org.jspecify.annotations.NullMarked;
