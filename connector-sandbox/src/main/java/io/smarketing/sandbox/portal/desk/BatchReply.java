package io.smarketing.sandbox.portal.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.schema.Iso;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The answer to a batch in the making: results, and errors if some inputs failed (then it is a 207). */
public final class BatchReply {

    private final Crm crm;
    private final List<JsonNode> results = new ArrayList<>();
    private final List<ObjectNode> errors = new ArrayList<>();

    public BatchReply(Crm crm) {
        this.crm = crm;
    }

    public void result(JsonNode node) {
        results.add(node);
    }

    /** One failed part, naming in its context what failed. */
    public void error(Failure failure, String key, Collection<String> names) {
        ObjectNode error = failure.body();
        error.withObject("/context").set(key, Json.texts(names));
        error.withArray("/errors");
        error.putObject("links");
        errors.add(error);
    }

    public Answer answer(int status) {
        if (crm.quirks().is(Quirks.BATCH_ORDER, "reversed")) {
            Collections.reverse(results);
        } else if (crm.quirks().is(Quirks.BATCH_ORDER, "shuffled")) {
            for (int i = results.size(); i > 1; i--) {
                Collections.swap(results, i - 1, crm.random().nextInt(i));
            }
        }
        ObjectNode body = Json.object().put("status", "COMPLETE");
        body.putArray("results").addAll(results);
        if (!errors.isEmpty()) {
            body.put("numErrors", errors.size());
            body.putArray("errors").addAll(errors);
        }
        String now = Iso.of(crm.now());
        body.put("requestedAt", now).put("startedAt", now).put("completedAt", now);
        return Json.answer(errors.isEmpty() ? status : 207, body);
    }
}
