package io.smarketing.sandbox.portal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Ask;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** The portal's doorkeeper: the static token, the OAuth tokens it has issued, and the scopes they hold. */
public final class Access {

    private static final Duration LIFETIME = Duration.ofSeconds(1800);
    private static final Set<String> ALL = Set.of(
            "crm.objects.contacts.read",
            "crm.objects.contacts.write",
            "crm.objects.companies.read",
            "crm.objects.companies.write",
            "crm.objects.deals.read",
            "crm.objects.deals.write",
            "crm.schemas.contacts.read",
            "crm.schemas.contacts.write",
            "crm.schemas.companies.read",
            "crm.schemas.companies.write",
            "crm.schemas.deals.read",
            "crm.schemas.deals.write",
            "crm.objects.owners.read",
            "marketing.campaigns.read",
            "sales-email-read",
            "oauth");

    private final String token;
    private final InstantSource wall;
    private final RandomGenerator random;
    private final Quirks quirks;
    private final Map<String, Issued> issued = new HashMap<>();

    public Access(String token, InstantSource wall, RandomGenerator random, Quirks quirks) {
        this.token = token;
        this.wall = wall;
        this.random = random;
        this.quirks = quirks;
    }

    /** The caller of a request; 401 without a valid bearer token. */
    public Caller admit(Ask ask) {
        expireIfSwitched();
        String header = ask.header("authorization").orElse("");
        boolean bearer = header.regionMatches(true, 0, "Bearer ", 0, 7);
        String presented = bearer ? header.substring(7).strip() : "";
        if (presented.equals(token)) {
            return new Caller(false, without(ALL));
        }
        Issued known = issued.get(presented);
        if (known == null || !wall.instant().isBefore(known.until())) {
            throw Failure.of(
                    401,
                    "INVALID_AUTHENTICATION",
                    bearer
                            ? "Authentication credentials not found or expired."
                            : "Authentication credentials not found. This API supports OAuth 2.0 authentication.");
        }
        return new Caller(true, without(known.scopes()));
    }

    private void expireIfSwitched() {
        if (quirks.on(Quirks.EXPIRE_TOKENS)) {
            issued.clear();
            quirks.switches().set(Quirks.EXPIRE_TOKENS, "off");
        }
    }

    /** Issues an access token; no scopes asked means all. */
    public ObjectNode issue(String scopes) {
        Set<String> granted = scopes.isBlank()
                ? ALL
                : Set.copyOf(new TreeSet<>(Arrays.asList(scopes.strip().split(" +"))));
        String fresh = "oat-" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        issued.values().removeIf(old -> !wall.instant().isBefore(old.until()));
        issued.put(fresh, new Issued(wall.instant().plus(LIFETIME), granted));
        ObjectNode body = Json.object().put("token_type", "bearer").put("access_token", fresh);
        body.put("expires_in", LIFETIME.toSeconds());
        body.set("scopes", Json.texts(new TreeSet<>(granted)));
        return body;
    }

    private Set<String> without(Set<String> scopes) {
        Set<String> left = new TreeSet<>(scopes);
        left.removeAll(quirks.list(Quirks.MISSING_SCOPES));
        return left;
    }

    /** What the portal remembers of a token it has issued. */
    private record Issued(Instant until, Set<String> scopes) {}
}
