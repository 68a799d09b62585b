package io.smarketing.sandbox.data;

import io.smarketing.sandbox.kernel.Insider;
import java.util.Optional;

/** The two CRMs that a folder is loaded into, by the names that folders and timelines use for them. */
public record Crms(Insider hubspot, Insider salesforce) {

    /** The CRM of that name, if there is one. */
    Optional<Insider> named(String crm) {
        return crm.equals("hubspot")
                ? Optional.of(hubspot)
                : Optional.of(salesforce).filter(s -> crm.equals("salesforce"));
    }
}
