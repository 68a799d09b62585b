package io.smarketing.hubspot.link;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.Lane;
import io.smarketing.http.Bucket;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ErrorBody;
import io.smarketing.hubspot.api.Relation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Makes and ends links of one relation, a thousand a call. Both may be repeated, so a call that was not carried out as a
 * whole is cut smaller until the guilty links stand alone.
 */
public final class LinkCalls {

    private static final int LINKS_A_CALL = 1_000;

    private final Api api;
    private final Relation relation;
    private final Lane lane;
    private final Map<String, String> refusals = new HashMap<>();

    public LinkCalls(Api api, Relation relation, Lane lane) {
        this.api = api;
        this.relation = relation;
        this.lane = lane;
    }

    /** Two records by their ids. */
    public record Link(String from, String to) {}

    public void make(List<Link> links) {
        inParts("create", links, (link, input) -> {
            input.putObject("to").put("id", link.to());
            ArrayNode types = input.putArray("types");
            relation.numbers()
                    .forEach(number -> types.addObject()
                            .put("associationCategory", Associations.CATEGORY)
                            .put("associationTypeId", number));
        });
    }

    public void end(List<Link> links) {
        inParts(
                "archive",
                links,
                (link, input) -> input.putArray("to").addObject().put("id", link.to()));
    }

    /** Why a link of that record was refused; empty if none was. */
    public Optional<String> refusal(String from) {
        return Optional.ofNullable(refusals.get(from));
    }

    private void inParts(String action, List<Link> links, BiConsumer<Link, ObjectNode> how) {
        for (int from = 0; from < links.size(); from += LINKS_A_CALL) {
            send(action, links.subList(from, Math.min(from + LINKS_A_CALL, links.size())), how);
        }
    }

    private void send(String action, List<Link> links, BiConsumer<Link, ObjectNode> how) {
        HttpAnswer answer = api.http().send(ask(action, links, how));
        if (answer.isSuccess() && answer.body().path("errors").isEmpty()) {
            return;
        }
        if (links.size() == 1) {
            ErrorBody error = ErrorBody.of(
                    answer.body().at("/errors/0").isMissingNode()
                            ? answer.body()
                            : answer.body().at("/errors/0"));
            refusals.put(links.get(0).from(), error.words());
            return;
        }
        int half = links.size() / 2;
        send(action, links.subList(0, half), how);
        send(action, links.subList(half, links.size()), how);
    }

    private HttpAsk ask(String action, List<Link> links, BiConsumer<Link, ObjectNode> how) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode inputs = body.putArray("inputs");
        for (Link link : links) {
            ObjectNode input = inputs.addObject();
            input.putObject("from").put("id", link.from());
            how.accept(link, input);
        }
        String path = api.paths().links(relation.from().id(), relation.to().id(), action);
        return HttpAsk.postJson(path, body)
                .mayRepeat()
                .in(Bucket.LINKS)
                .in(lane)
                .answeredBy(400)
                .answeredBy(404)
                .answeredBy(409);
    }
}
