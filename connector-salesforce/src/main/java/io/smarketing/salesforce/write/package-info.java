/** Commands into rows, rows into outcomes. */
@NullMarked
package io.smarketing.salesforce.write;

import org.jspecify.annotations.NullMarked;
