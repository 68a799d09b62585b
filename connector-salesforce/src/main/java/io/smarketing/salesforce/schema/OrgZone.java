package io.smarketing.salesforce.schema;

import io.smarketing.salesforce.rest.Rest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The org's default time zone, asked for only where a time is told as a day. */
record OrgZone(Rest rest) {

    ZoneId zone() {
        try {
            return rest.query("SELECT TimeZoneSidKey FROM Organization").rows().stream()
                    .map(row -> row.path("TimeZoneSidKey").asText())
                    .map(ZoneId::of)
                    .findFirst()
                    .orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            // one that Java does not know
            return ZoneOffset.UTC;
        }
    }
}
