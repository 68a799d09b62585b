/** When clocks run: working hours and holidays. */
@NullMarked
package io.smarketing.core.sla;

import org.jspecify.annotations.NullMarked;
