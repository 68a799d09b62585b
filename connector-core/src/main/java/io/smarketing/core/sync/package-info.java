/** The pass, the loop and the ledger. */
@NullMarked
package io.smarketing.core.sync;

import org.jspecify.annotations.NullMarked;
