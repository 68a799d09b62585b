package io.smarketing.sandbox.server.http;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The last requests of one server, bodies cut. It bounds itself: WireMock's own bound counts all entries at every
 * request, and keeps whole bodies.
 */
final class RequestLog implements RequestJournalStore {

    static final int BODY_BYTES = 4096;

    private final int most;
    private final Map<UUID, ServeEvent> events = new LinkedHashMap<>();

    RequestLog(int most) {
        this.most = most;
    }

    @Override
    public void add(ServeEvent event) {
        ServeEvent kept = cut(event);
        synchronized (this) {
            events.put(kept.getId(), kept);
            if (events.size() > most) {
                removeLast();
            }
        }
    }

    @Override
    public synchronized void removeLast() {
        events.keySet().stream().findFirst().ifPresent(events::remove);
    }

    /** Newest first, as WireMock's own store does. */
    @Override
    public synchronized Stream<ServeEvent> getAll() {
        List<ServeEvent> all = new ArrayList<>(events.values());
        Collections.reverse(all);
        return all.stream();
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return getAll().map(ServeEvent::getId);
    }

    @Override
    public synchronized Optional<ServeEvent> get(UUID id) {
        return Optional.ofNullable(events.get(id));
    }

    /** Told when the answer has been sent: the entry shares its timing with the event, so there is nothing to store. */
    @Override
    public void put(UUID id, ServeEvent event) {}

    @Override
    public synchronized void remove(UUID id) {
        events.remove(id);
    }

    @Override
    public synchronized void clear() {
        events.clear();
    }

    private static ServeEvent cut(ServeEvent event) {
        ResponseDefinition bodiless = new ResponseDefinition(event.getResponse().getStatus(), "");
        return new ServeEvent(
                event.getId(),
                cut(event.getRequest()),
                event.getStubMapping(),
                bodiless,
                event.getResponse(),
                true,
                event.getTiming(),
                null);
    }

    private static LoggedRequest cut(LoggedRequest request) {
        byte[] body = request.getBody();
        if (body == null || body.length <= BODY_BYTES) {
            return request;
        }
        Map<String, Object> parts = new HashMap<>();
        parts.put("url", request.getUrl());
        parts.put("absoluteUrl", request.getAbsoluteUrl());
        parts.put("method", request.getMethod());
        parts.put("clientIp", request.getClientIp());
        parts.put("headers", request.getHeaders());
        parts.put("cookies", request.getCookies());
        parts.put("loggedDate", request.getLoggedDate());
        parts.put("bodyAsBase64", Base64.getEncoder().encodeToString(Arrays.copyOf(body, BODY_BYTES)));
        parts.put("protocol", request.getProtocol());
        return Json.mapToObject(parts, LoggedRequest.class);
    }
}
