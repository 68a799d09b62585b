/** Benchmarks of the adapter alone, which are no tests. */
@NullMarked
package io.smarketing.salesforce.bench;

import org.jspecify.annotations.NullMarked;
