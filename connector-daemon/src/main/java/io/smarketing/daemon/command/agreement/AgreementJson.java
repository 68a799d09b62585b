package io.smarketing.daemon.command.agreement;

import io.smarketing.daemon.config.agreement.Agreement;
import io.smarketing.store.clock.AcceptedAgreement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The agreement as a program reads it. */
final class AgreementJson {

    private AgreementJson() {}

    static Map<String, Object> of(Agreement agreement, Instant now) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("version", agreement.version());
        told.put("effective", agreement.terms().effective().toString());
        told.put(
                "nextReview",
                AgreementText.nextReview(agreement, now)
                        .map(LocalDate::toString)
                        .orElse(""));
        told.put("chapters", agreement.chapters());
        return told;
    }

    static Map<String, Object> of(AcceptedAgreement accepted) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("version", accepted.version());
        told.put("effective", accepted.effective().toString());
        told.put("accepted", accepted.accepted().toString());
        told.put("says", accepted.said());
        return told;
    }
}
