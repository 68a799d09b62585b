package io.smarketing.store.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.lead.Email;
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

    static void put(Progress progress, ObjectNode tree) {
        tree.put("stage", progress.stage());
        ObjectNode stamps = tree.putObject("stamps");
        progress.stamps().forEach((stage, at) -> stamps.put(stage, at.toString()));
        if (!progress.pass().isPlain()) {
            ObjectNode pass = tree.putObject("pass");
            pass.put("number", progress.pass().number());
            pass.put("since", progress.pass().since().toString());
            progress.pass().detour().ifPresent(d -> pass.put("detour", d));
        }
        Handover handover = progress.handover();
        if (!handover.equals(Handover.NONE)) {
            ObjectNode moments = tree.putObject("handoff");
            handover.moments().forEach((moment, at) -> moments.put(moment.name(), at.toString()));
            handover.verdictBy().ifPresent(who -> tree.put("verdictBy", who.address()));
            handover.view().ifPresent(v -> put(v, tree.putObject("view")));
            handover.seen().ifPresent(at -> tree.put("seen", at.toString()));
            if (!handover.further().isEmpty()) {
                ArrayNode further = tree.putArray("further");
                handover.further().forEach(at -> further.add(at.toString()));
            }
            handover.standing().ifPresent(s -> put(s, tree.putObject("promises")));
        }
        if (!progress.judged().isEmpty()) {
            ObjectNode judged = tree.putObject("judged");
            progress.judged().forEach(judged::put);
        }
    }

    private static void put(View view, ObjectNode tree) {
        put("grade", view.grade(), tree);
        put("source", view.source(), tree);
        put("record", view.record(), tree);
    }

    private static void put(Standing standing, ObjectNode tree) {
        tree.put("state", standing.state().name());
        standing.due().ifPresent(at -> tree.put("due", at.toString()));
    }

    private static void put(String name, String text, ObjectNode tree) {
        if (!text.isEmpty()) {
            tree.put(name, text);
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
                standing(tree.path("promises")));
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
        return Instant.parse(text.textValue());
    }
}
