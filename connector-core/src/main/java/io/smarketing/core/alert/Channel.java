package io.smarketing.core.alert;

import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.core.sla.terms.Recipient;

/** A way out of the house: how people are told who look into neither CRM. */
public interface Channel {

    Recipient.Way way();

    /**
     * Sends a message, or the same message again. A failure for which a row would be put aside concerns its recipient only;
     * any other concerns the channel.
     */
    Receipt send(Message message);
}
