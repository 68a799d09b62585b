package io.smarketing.salesforce.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.lead.Email;
import io.smarketing.salesforce.rest.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The org's users, who own records. Our own user is nobody's owner; queues are not users. */
public final class Users {

    private static final String QUERY = "SELECT Id, Email, IsActive FROM User ORDER BY Id";
    private static final Duration REST = Duration.ofMinutes(1);

    private final Rest rest;
    private final InstantSource clock;
    private final String ourselves;
    private Map<String, Email> emails = Map.of();
    private Map<Email, String> active = Map.of();
    private Instant readAt = Instant.MIN;

    /** @param ourselves our own user's id */
    public Users(Rest rest, InstantSource clock, String ourselves) {
        this.rest = rest;
        this.clock = clock;
        this.ourselves = ourselves;
    }

    /** Reads them all. */
    public synchronized void read() {
        readAt = clock.instant();
        Map<String, Email> all = new HashMap<>();
        Map<Email, String> owners = new HashMap<>();
        for (JsonNode user : rest.query(QUERY).rows()) {
            String id = user.path("Id").asText();
            Optional<Email> email = Email.in(user.path("Email").asText(""));
            if (!id.equals(ourselves)) {
                email.ifPresent(e -> all.put(id, e));
                email.filter(e -> user.path("IsActive").asBoolean()).ifPresent(e -> owners.putIfAbsent(e, id));
            }
        }
        emails = all;
        active = owners;
    }

    synchronized Optional<Email> email(String id) {
        if (!id.startsWith(OrgTypes.USER) || id.equals(ourselves)) {
            return Optional.empty();
        }
        if (!emails.containsKey(id)) {
            readAgain();
        }
        return Optional.ofNullable(emails.get(id));
    }

    synchronized Optional<String> id(Email email) {
        if (!active.containsKey(email)) {
            readAgain();
        }
        return Optional.ofNullable(active.get(email));
    }

    /** A user may be new; one that stays unknown must not cost a call each time it is met. */
    private void readAgain() {
        if (!clock.instant().isBefore(readAt.plus(REST))) {
            read();
        }
    }
}
