/** Answers computed from the books. */
@NullMarked
package io.smarketing.core.report;

import org.jspecify.annotations.NullMarked;
