/** What the endpoints share: finding records, showing them, reading batches and answering them. */
@NullMarked
package io.smarketing.sandbox.portal.desk;

import org.jspecify.annotations.NullMarked;
