package io.smarketing.daemon.command.plan;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.sync.plan.Plan;
import io.smarketing.core.sync.plan.Plan.Change;
import io.smarketing.core.sync.plan.Plan.Writes;
import io.smarketing.daemon.wiring.DryWiring;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan for programs.
 *
 * @param records all records that would be written; {@code first} holds the first of them
 * @param guard what stops it, empty if nothing does
 */
record PlanJson(
        long people,
        long linked,
        long records,
        Map<String, Sums> writes,
        Map<String, Long> stages,
        Map<String, Long> parked,
        String guard,
        List<Shown> first) {

    /** What one CRM would get. */
    record Sums(long created, long updated, long deleted, Map<String, Long> fields) {

        static Sums of(Writes writes) {
            Map<String, Long> fields = new TreeMap<>();
            for (Map.Entry<FieldName, Long> field : writes.fields().entrySet()) {
                fields.put(field.getKey().text(), field.getValue());
            }
            return new Sums(writes.created(), writes.updated(), writes.deleted(), fields);
        }
    }

    /** One record; the id of one that would be made is empty. */
    record Shown(String what, String crm, String type, String id, String person, List<Field> fields) {

        static Shown of(Change change) {
            return new Shown(
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.crm().name(),
                    change.type().name(),
                    change.ref().map(RecordRef::id).orElse(""),
                    change.person().map(Object::toString).orElse(""),
                    change.fields().stream()
                            .map(f -> new Field(
                                    f.name().text(),
                                    f.before().text(),
                                    f.after().text()))
                            .toList());
        }
    }

    /** One field. */
    record Field(String field, String before, String after) {}

    static PlanJson of(DryWiring.Outcome outcome) {
        Plan plan = outcome.plan();
        Map<String, Sums> writes = new TreeMap<>();
        for (Map.Entry<CrmId, Writes> crm : plan.writes().entrySet()) {
            writes.put(crm.getKey().name(), Sums.of(crm.getValue()));
        }
        return new PlanJson(
                plan.people(),
                plan.linked(),
                plan.records(),
                writes,
                plan.stages(),
                outcome.parked(),
                plan.stop().orElse(""),
                plan.first().stream().map(Shown::of).toList());
    }
}
