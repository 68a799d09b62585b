/** The endpoints of records: singly, in lists and searches, and in batches. */
@NullMarked
package io.smarketing.sandbox.portal.objects;

import org.jspecify.annotations.NullMarked;
