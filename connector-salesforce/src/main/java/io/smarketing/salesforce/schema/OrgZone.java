package io.smarketing.salesforce.schema;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.salesforce.rest.Rest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The org's default time zone, asked for only where a time is told as a day, and once. */
final class OrgZone {

    private final Rest rest;
    private Optional<ZoneId> known = Optional.empty();

    OrgZone(Rest rest) {
        this.rest = rest;
    }

    /** UTC where the org does not tell, or tells a zone that Java does not know. */
    synchronized ZoneId zone() {
        if (known.isEmpty()) {
            known = Optional.of(asked());
        }
        return known.get();
    }

    private ZoneId asked() {
        try {
            return rest.query("SELECT TimeZoneSidKey FROM Organization").rows().stream()
                    .map(row -> row.path("TimeZoneSidKey").asText())
                    .map(ZoneId::of)
                    .findFirst()
                    .orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        } catch (CrmException e) {
            if (e.kind() == FailureKind.FORBIDDEN || e.kind() == FailureKind.MISUNDERSTOOD) {
                return ZoneOffset.UTC;
            }
            throw e;
        }
    }
}
