package io.smarketing.hubspot.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.core.crm.push.Hints;
import io.smarketing.core.crm.push.Push;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The webhooks of one portal: each call is an array of events, in no order, now and then told twice. */
public final class Webhooks implements Push {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String path;
    private final Signature signature;
    private final String portal;
    private final CrmId crm;
    private final Set<RecordType> kept;

    private Webhooks(String path, Signature signature, String portal, CrmId crm, Set<RecordType> kept) {
        this.path = path;
        this.signature = signature;
        this.portal = portal;
        this.crm = crm;
        this.kept = Set.copyOf(kept);
    }

    /**
     * Those of a portal; empty if the admin wants none.
     *
     * @param portal an app's events of other portals are not ours
     * @param kept the types that are kept in step: nobody is erased for what is none of them
     */
    public static Optional<Push> of(
            WebhookSettings settings, String portal, InstantSource clock, CrmId crm, Set<RecordType> kept) {
        return settings.url()
                .flatMap(url -> settings.secret()
                        .map(secret ->
                                new Webhooks(settings.path(), new Signature(secret, url, clock), portal, crm, kept)));
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Optional<Hints> read(Map<String, String> headers, byte[] body) {
        return signature.isGood(headers, body) ? Optional.of(hints(events(body))) : Optional.empty();
    }

    private static JsonNode events(byte[] body) {
        try {
            JsonNode events = JSON.readTree(body);
            if (events.isArray()) {
                return events;
            }
        } catch (IOException e) {
            // Said below, without what the body holds.
        }
        throw new IllegalArgumentException("a webhook's body is no array of events");
    }

    private Hints hints(JsonNode events) {
        boolean news = false;
        Set<RecordRef> touched = new HashSet<>();
        Set<RecordRef> erased = new HashSet<>();
        for (JsonNode json : events) {
            Event event = new Event(json);
            if (!event.portal().equals(portal) || event.isOurOwn()) {
                continue;
            }
            news = true;
            event.records().stream()
                    .filter(record ->
                            !event.isErasure() || kept.contains(record.type().type()))
                    .map(record -> new RecordRef(crm, record.type().type(), record.id()))
                    .forEach((event.isErasure() ? erased : touched)::add);
        }
        return new Hints(news, touched, erased);
    }
}
