/** How records change: values read and checked, rules and triggers, conversion, merge and the recycle bin. */
@NullMarked
package io.smarketing.sandbox.org.write;

import org.jspecify.annotations.NullMarked;
