package io.smarketing.store.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.Iso;
import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Pass;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.lifecycle.Standing;
import io.smarketing.core.lifecycle.View;
import io.smarketing.core.sla.clock.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A person's way through the funnel as part of the person's document; what says nothing is left out. */
final class ProgressText {

    private ProgressText() {}

    static void put(Progress progress, JsonText json) {
        json.name("stage").text(progress.stage());
        json.name("stamps").object();
        progress.stamps().forEach((stage, at) -> put(stage, at, json));
        json.endObject();
        if (!progress.pass().isPlain()) {
            put(progress.pass(), json.name("pass"));
        }
        if (!progress.handover().equals(Handover.NONE)) {
            put(progress.handover(), json);
        }
        if (!progress.judged().isEmpty()) {
            json.name("judged").object();
            progress.judged().forEach((criteria, inputs) -> json.name(criteria).text(inputs));
            json.endObject();
        }
    }

    private static void put(Pass pass, JsonText json) {
        json.object().name("number").number(pass.number());
        put("since", pass.since(), json);
        pass.detour().ifPresent(d -> json.name("detour").text(d));
        json.endObject();
    }

    private static void put(Handover handover, JsonText json) {
        json.name("handoff").object();
        handover.moments().forEach((moment, at) -> put(moment.name(), at, json));
        json.endObject();
        handover.verdictBy().ifPresent(who -> json.name("verdictBy").text(who.address()));
        handover.view().ifPresent(v -> put(v, json.name("view")));
        handover.seen().ifPresent(at -> put("seen", at, json));
        if (!handover.further().isEmpty()) {
            json.name("further").array();
            handover.further().forEach(at -> json.text(at.toString()));
            json.endArray();
        }
        handover.standing().ifPresent(s -> put(s, json.name("promises")));
        handover.answer().ifPresent(a -> json.name("answer").text(a));
    }

    private static void put(View view, JsonText json) {
        json.object();
        put("grade", view.grade(), json);
        put("source", view.source(), json);
        put("record", view.record(), json);
        json.endObject();
    }

    private static void put(Standing standing, JsonText json) {
        json.object().name("state").text(standing.state().name());
        standing.due().ifPresent(at -> put("due", at, json));
        json.endObject();
    }

    private static void put(String name, Instant at, JsonText json) {
        json.name(name).text(at.toString());
    }

    private static void put(String name, String text, JsonText json) {
        if (!text.isEmpty()) {
            json.name(name).text(text);
        }
    }

    static Progress read(JsonNode tree) {
        Map<String, Instant> stamps = new TreeMap<>();
        tree.get("stamps").properties().forEach(e -> stamps.put(e.getKey(), instant(e.getValue())));
        Map<String, String> judged = new TreeMap<>();
        tree.path("judged")
                .properties()
                .forEach(e -> judged.put(e.getKey(), e.getValue().textValue()));
        return new Progress(tree.get("stage").textValue(), stamps, pass(tree.path("pass")), handover(tree), judged);
    }

    private static Handover handover(JsonNode tree) {
        Map<Moment, Instant> moments = new TreeMap<>();
        tree.path("handoff").properties().forEach(e -> moments.put(Moment.valueOf(e.getKey()), instant(e.getValue())));
        SortedSet<Instant> further = new TreeSet<>();
        tree.path("further").forEach(at -> further.add(instant(at)));
        return new Handover(
                moments,
                Optional.ofNullable(tree.get("seen")).map(ProgressText::instant),
                further,
                Email.in(tree.path("verdictBy").asText("")),
                view(tree.path("view")),
                standing(tree.path("promises")),
                Optional.ofNullable(tree.get("answer")).map(JsonNode::textValue));
    }

    private static Optional<Standing> standing(JsonNode tree) {
        return tree.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Standing(
                        State.valueOf(tree.get("state").textValue()),
                        Optional.ofNullable(tree.get("due")).map(ProgressText::instant)));
    }

    private static Optional<View> view(JsonNode tree) {
        return tree.isMissingNode()
                ? Optional.empty()
                : Optional.of(new View(
                        tree.path("grade").asText(""),
                        tree.path("source").asText(""),
                        tree.path("record").asText("")));
    }

    private static Pass pass(JsonNode tree) {
        return tree.isMissingNode()
                ? Pass.FIRST
                : new Pass(
                        tree.get("number").intValue(),
                        instant(tree.get("since")),
                        Optional.ofNullable(tree.get("detour")).map(JsonNode::textValue));
    }

    private static Instant instant(JsonNode text) {
        return Iso.instant(text.textValue());
    }
}
