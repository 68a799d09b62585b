/** Benchmarks of the adapter: mains, no tests. */
@NullMarked
package io.smarketing.hubspot.bench;

import org.jspecify.annotations.NullMarked;
