package io.smarketing.sandbox.org.write;

import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.data.Stamp;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldSecurity;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that the platform, or an admin's trigger, makes from other values whenever a record is kept. */
final class Derived {

    private static final Map<String, Double> PROBABILITY = Map.of(
            "Prospecting", 10.0,
            "Qualification", 10.0,
            "Needs Analysis", 20.0,
            "Value Proposition", 50.0,
            "Id. Decision Makers", 60.0,
            "Perception Analysis", 70.0,
            "Proposal/Price Quote", 75.0,
            "Negotiation/Review", 90.0,
            "Closed Won", 100.0,
            "Closed Lost", 0.0);

    private final Switches switches;
    private final FieldSecurity named;

    Derived(FieldSecurity security, Switches switches) {
        this.switches = switches;
        this.named = security;
    }

    /**
     * Sets what follows from the draft.
     *
     * @param before the record as it was, if it is not new
     */
    void into(Draft draft, Optional<Draft> before, Actor by) {
        if (switches.get("trigger-uppercase").isPresent()) {
            trigger(draft);
        }
        switch (draft.type().name()) {
            case "Lead", "Contact", "User" -> draft.set("Name", fullName(draft));
            case "Opportunity" -> opportunity(draft, before, by);
            case "Task" -> task(draft, by);
            case "Event" -> event(draft);
            case "CampaignMember" -> member(draft, by);
            default -> {}
        }
    }

    private void trigger(Draft draft) {
        for (Field field : draft.type().fields()) {
            if (draft.get(field) instanceof String text && named.named("trigger-uppercase", draft.type(), field)) {
                draft.set(field, text.toUpperCase(Locale.ROOT));
            }
        }
    }

    private static String fullName(Draft draft) {
        return Stream.of(draft.get("FirstName"), draft.get("LastName"))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private static void opportunity(Draft draft, Optional<Draft> before, Actor by) {
        String stage = String.valueOf(draft.get("StageName"));
        boolean moved = !before.map(b -> stage.equals(b.get("StageName"))).orElse(false);
        boolean told = !Objects.equals(
                draft.get("Probability"), before.map(b -> b.get("Probability")).orElse(null));
        if (moved) {
            draft.set("LastStageChangeDate", before.isPresent() ? by.seconds() : null);
        }
        if (moved && !told) {
            draft.set("Probability", PROBABILITY.getOrDefault(stage, 50.0));
        }
        boolean won = stage.equals("Closed Won");
        boolean closed = won || stage.equals("Closed Lost");
        draft.set("IsWon", won).set("IsClosed", closed);
        draft.set("ForecastCategory", won ? "Closed" : closed ? "Omitted" : "Pipeline");
        if (draft.get("Amount") instanceof Double amount && draft.get("Probability") instanceof Double chance) {
            draft.set("ExpectedRevenue", Math.round(amount * chance) / 100.0);
        } else {
            draft.set("ExpectedRevenue", null);
        }
    }

    private static void task(Draft draft, Actor by) {
        boolean closed = "Completed".equals(draft.get("Status"));
        draft.set("IsClosed", closed);
        if (!closed) {
            draft.set("CompletedDateTime", null);
        } else if (draft.get("CompletedDateTime") == null) {
            draft.set("CompletedDateTime", by.seconds());
        }
    }

    private static void event(Draft draft) {
        draft.set("ActivityDateTime", draft.get("StartDateTime"));
        if (draft.get("StartDateTime") instanceof Long start) {
            draft.set("ActivityDate", Stamp.dayOf(start));
        }
    }

    private static void member(Draft draft, Actor by) {
        boolean responded = "Responded".equals(draft.get("Status"));
        draft.set("HasResponded", responded);
        if (responded && draft.get("FirstRespondedDate") == null) {
            draft.set("FirstRespondedDate", Stamp.dayOf(by.seconds()));
        }
    }
}
