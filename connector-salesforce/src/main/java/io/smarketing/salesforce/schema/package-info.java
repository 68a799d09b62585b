/** What an org looks like: its fields as describe tells them, and its users. */
@NullMarked
package io.smarketing.salesforce.schema;

import org.jspecify.annotations.NullMarked;
