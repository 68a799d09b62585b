/** SOQL answered: names resolved, the cheapest way to the rows chosen, pages written as JSON. */
@NullMarked
package io.smarketing.sandbox.org.query;

import org.jspecify.annotations.NullMarked;
