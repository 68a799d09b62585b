package io.smarketing.hubspot.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ErrorBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes notes, or tasks, a hundred a call. Where HubSpot refuses a whole call, or does not say which of it, what is refused
 * is cut smaller until the guilty stand alone.
 */
final class PostCall {

    private static final String SAID_NOTHING = "HubSpot's answer said nothing of this notice";

    private final Api api;
    private final Form form;
    private final Map<Notice, String> owners;
    private final Map<String, Receipt> receipts;

    /**
     * @param owners whose a notice is to be, if it is to be somebody's
     * @param receipts gets what came of each, by its event
     */
    PostCall(Api api, Form form, Map<Notice, String> owners, Map<String, Receipt> receipts) {
        this.api = api;
        this.form = form;
        this.owners = owners;
        this.receipts = receipts;
    }

    void send(List<Notice> notices) {
        for (int from = 0; from < notices.size(); from += Api.BATCH) {
            sendOne(notices.subList(from, Math.min(from + Api.BATCH, notices.size())));
        }
    }

    private void sendOne(List<Notice> notices) {
        try {
            HttpAnswer answer = api.http().send(ask(notices));
            if (answer.isSuccess()) {
                sort(notices, answer.body());
            } else {
                cut(notices, ErrorBody.of(answer.body()));
            }
        } catch (CrmException e) {
            notices.forEach(n -> receipts.put(n.event(), Receipt.failed(e)));
        }
    }

    private void cut(List<Notice> refused, ErrorBody error) {
        if (refused.size() == 1) {
            receipts.put(refused.get(0).event(), refused(error));
        } else {
            int half = refused.size() / 2;
            sendOne(refused.subList(0, half));
            sendOne(refused.subList(half, refused.size()));
        }
    }

    private void sort(List<Notice> notices, JsonNode answer) {
        boolean allMadeAreNamed = true;
        for (JsonNode made : answer.path("results")) {
            String trace = made.path("objectWriteTraceId").asText("");
            allMadeAreNamed &= !trace.isEmpty();
            receipts.put(trace, Receipt.POSTED);
        }
        Optional<ErrorBody> ofNobody = Optional.empty();
        for (JsonNode one : answer.path("errors")) {
            ErrorBody error = ErrorBody.of(one);
            error.traces().forEach(trace -> receipts.put(trace, refused(error)));
            ofNobody =
                    ofNobody.or(() -> Optional.of(error).filter(e -> e.traces().isEmpty()));
        }
        List<Notice> left =
                notices.stream().filter(n -> !receipts.containsKey(n.event())).toList();
        if (!left.isEmpty() && allMadeAreNamed && ofNobody.isPresent()) {
            cut(left, ofNobody.get());
        } else {
            Receipt unknown = Receipt.failed(FailureKind.UNKNOWN_OUTCOME, SAID_NOTHING);
            left.forEach(n -> receipts.put(n.event(), unknown));
        }
    }

    private static Receipt refused(ErrorBody error) {
        return Receipt.failed(kind(error), "HubSpot refuses the notice (" + error.words() + ")");
    }

    private static FailureKind kind(ErrorBody error) {
        return switch (error.category()) {
            case "OBJECT_NOT_FOUND" -> FailureKind.GONE;
            case "MISSING_SCOPES" -> FailureKind.FORBIDDEN;
            default -> FailureKind.REFUSED_BY_RULE;
        };
    }

    private HttpAsk ask(List<Notice> notices) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode inputs = body.putArray("inputs");
        notices.forEach(n -> form.put(n, owners.getOrDefault(n, ""), inputs.addObject()));
        return HttpAsk.postJson(api.paths().batch(form.type(), "create"), body)
                .in(Lane.FEEDBACK)
                .answeredBy(400)
                .answeredBy(404)
                .answeredBy(409);
    }
}
