/** What people outside of both CRMs are told: kept, gathered into messages, and sent until it has arrived. */
@NullMarked
package io.smarketing.core.alert;

import org.jspecify.annotations.NullMarked;
