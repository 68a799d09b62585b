/** The pass, the rounds and the loop that runs them. */
@NullMarked
package io.smarketing.core.sync.loop;

import org.jspecify.annotations.NullMarked;
