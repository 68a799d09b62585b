/** The ledger of handoffs: what each CRM says of when things happened, and the lead as it was handed over. */
@NullMarked
package io.smarketing.core.handoff;

import org.jspecify.annotations.NullMarked;
