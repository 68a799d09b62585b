/** What was agreed, and since when: the promises of each version, by segment. */
@NullMarked
package io.smarketing.core.sla.terms;

import org.jspecify.annotations.NullMarked;
