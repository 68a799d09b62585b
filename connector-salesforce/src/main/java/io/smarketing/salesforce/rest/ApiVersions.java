package io.smarketing.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.http.CrmHttp;
import io.smarketing.http.HttpAsk;
import java.util.Optional;

/** The versions of the REST API that we have been tried with, and the newest of them that an org offers. */
public final class ApiVersions {

    /** The oldest of them. */
    public static final int OLDEST = 60;

    /** The newest of them. */
    public static final int NEWEST = 68;

    private ApiVersions() {}

    /** The version in a path that an admin gives as 68 or 68.0; empty if it is none that we have been tried with. */
    public static Optional<String> path(String given) {
        return Optional.of(given)
                .filter(v -> v.matches("\\d{2}(\\.0)?"))
                .map(v -> Integer.parseInt(v.substring(0, 2)))
                .filter(v -> v >= OLDEST && v <= NEWEST)
                .map(v -> v + ".0");
    }

    /** The newest version that the org offers. */
    public static String newest(CrmHttp http) {
        int newest = 0;
        for (JsonNode offer : http.send(HttpAsk.get("/services/data")).body()) {
            int version = (int) offer.path("version").asDouble();
            newest = version <= NEWEST ? Math.max(newest, version) : newest;
        }
        if (newest < OLDEST) {
            throw new CrmException(
                    FailureKind.SCHEMA_MISMATCH,
                    "The org offers no API version from " + OLDEST + ".0 to " + NEWEST + ".0.");
        }
        return newest + ".0";
    }
}
