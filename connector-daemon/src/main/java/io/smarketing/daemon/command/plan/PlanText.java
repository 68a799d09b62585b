package io.smarketing.daemon.command.plan;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.sync.plan.Plan;
import io.smarketing.core.sync.plan.Plan.Change;
import io.smarketing.core.sync.plan.Plan.FieldChange;
import io.smarketing.core.sync.plan.Plan.Kind;
import io.smarketing.core.sync.plan.Plan.Writes;
import io.smarketing.daemon.command.Counted;
import io.smarketing.daemon.command.Harmless;
import io.smarketing.daemon.wiring.DryWiring;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

/** A plan as a person reads it in a terminal; whatever a lead typed is made harmless. */
final class PlanText {

    private static final int LONGEST = 120;

    private final Plan plan;
    private final Map<String, Long> parked;
    private final Mapping mapping;
    private final PrintWriter out;

    PlanText(DryWiring.Outcome outcome, Mapping mapping, PrintWriter out) {
        this.plan = outcome.plan();
        this.parked = outcome.parked();
        this.mapping = mapping;
        this.out = out;
    }

    void print() {
        plan.first().forEach(this::change);
        long more = plan.records() - plan.first().size();
        if (more > 0) {
            out.printf("... and %s more; --limit N shows more.%n%n", Counted.of(more, "record"));
        }
        out.println(
                plan.records() == 0
                        ? "The next round would write nothing."
                        : "The next round would write " + Counted.of(plan.records(), "record") + ":");
        plan.writes().forEach(this::sums);
        if (plan.linked() > 0) {
            out.printf("  recognised as one, since in both: %,d%n", plan.linked());
        }
        plan.stages().forEach((stage, n) -> out.printf("  to stage %s: %,d of the people known%n", stage, n));
        parked.forEach((cause, n) -> out.printf("  %s would be parked: %s%n", Counted.of(n, "row"), cause));
        if (!parked.isEmpty() && plan.records() > 0) {
            out.println("  What was refused before is tried again, and is counted above as if it were taken.");
        }
        plan.stop().ifPresent(why -> out.println("A guard would stop it. " + why));
        out.println("Nothing has been written.");
        out.flush();
    }

    private void sums(CrmId crm, Writes writes) {
        out.printf(
                "  %s: %,d created, %,d updated, %,d deleted%n",
                crm, writes.created(), writes.updated(), writes.deleted());
        writes.fields().forEach((field, n) -> out.printf("    %-32s %,d%n", field + neutral(crm, field), n));
    }

    private void change(Change change) {
        String where = change.ref().map(Object::toString).orElse("a new " + change.crm() + " " + change.type());
        out.println(verb(change.kind()) + " " + where
                + change.person().map(p -> " (person " + p + ")").orElse(""));
        change.fields().forEach(f -> field(change, f));
        out.println();
    }

    private void field(Change change, FieldChange field) {
        String name = "  " + Harmless.text(field.name().text()) + neutral(change.crm(), field.name()) + ": ";
        out.println(
                change.kind() == Kind.CREATE
                        ? name + value(field.after())
                        : name + value(field.before()) + " -> " + value(field.after()));
    }

    private static String verb(Kind kind) {
        return switch (kind) {
            case CREATE -> "create";
            case UPDATE -> "update";
            case DELETE -> "delete";
        };
    }

    /** The mapping's name for a CRM's field, where it is another. */
    private String neutral(CrmId crm, FieldName field) {
        Optional<FieldRule> rule = mapping.rules().stream()
                .filter(r -> Optional.ofNullable(r.places().get(crm))
                        .filter(p -> p.fields().containsValue(field))
                        .isPresent())
                .findFirst();
        return rule.map(FieldRule::name)
                .filter(n -> !n.equals(field))
                .map(n -> " (" + n + ")")
                .orElse("");
    }

    private static String value(FieldValue value) {
        return value.isBlank() ? "(blank)" : '"' + Harmless.text(value.text(), LONGEST) + '"';
    }
}
