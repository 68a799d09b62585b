package io.smarketing.hubspot.read;

import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells what has become of ids that a batch call left out: only a single read follows a merge. */
public final class MergedIds {

    private final Api api;
    private final ObjectType type;

    public MergedIds(Api api, ObjectType type) {
        this.api = api;
        this.type = type;
    }

    /** The present id for each of these; one that is deleted or unknown is left out. */
    public Map<String, String> idsNow(Collection<String> ids) {
        List<String> asked = List.copyOf(ids);
        List<Supplier<Optional<String>>> calls = asked.stream()
                .<Supplier<Optional<String>>>map(id -> () -> idNow(id))
                .toList();
        List<Optional<String>> answers = api.fan().all(calls);
        Map<String, String> now = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            String old = asked.get(i);
            answers.get(i).ifPresent(id -> now.put(old, id));
        }
        return now;
    }

    private Optional<String> idNow(String id) {
        HttpAnswer answer =
                api.http().send(HttpAsk.get(api.paths().record(type.id(), id)).answeredBy(404));
        return answer.isSuccess() ? Optional.of(answer.body().path("id").asText()) : Optional.empty();
    }
}
