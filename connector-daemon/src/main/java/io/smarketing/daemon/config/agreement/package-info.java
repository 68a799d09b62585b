/** What {@code agreement.yaml} says: who promised what to whom, in which words, from when on. */
@NullMarked
package io.smarketing.daemon.config.agreement;

import org.jspecify.annotations.NullMarked;
