/** Time that moves when a test says so. */
@NullMarked
package io.smarketing.testkit.time;

import org.jspecify.annotations.NullMarked;
