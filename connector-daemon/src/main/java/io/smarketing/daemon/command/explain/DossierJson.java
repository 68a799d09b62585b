package io.smarketing.daemon.command.explain;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.lifecycle.View;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.report.Dossier;
import io.smarketing.core.report.Dossier.FieldState;
import io.smarketing.core.report.Dossier.LineState;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.told.Told;
import io.smarketing.daemon.command.FieldWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dossier for programs: maps and lists, a null where something is not known. */
final class DossierJson {

    private DossierJson() {}

    static Map<String, @Nullable Object> of(Dossier dossier, Collection<CrmId> crms) {
        Person person = dossier.person();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("person", person.id().toString());
        json.put("key", person.key());
        json.put("email", person.email().map(Email::address).orElse(""));
        json.put("paused", person.paused());
        json.put("records", records(dossier));
        json.put("stage", stage(person));
        json.put(
                "reasons",
                dossier.reasons().stream()
                        .map(r -> map(
                                "name",
                                r.name(),
                                "detour",
                                r.isDetour(),
                                "criteria",
                                lines(r.criteria()),
                                "gate",
                                lines(r.gate())))
                        .toList());
        json.put("handoff", handoff(dossier));
        json.put("fields", dossier.fields().stream().map(f -> field(f, crms)).toList());
        json.put("parked", dossier.parked().stream().map(DossierJson::parked).toList());
        json.put("journal", dossier.journal().stream().map(DossierJson::line).toList());
        return json;
    }

    private static List<Map<String, @Nullable Object>> records(Dossier dossier) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        for (Holding held : dossier.person().holdings().values()) {
            records.add(record(held.principal(), "principal"));
            held.others().forEach(o -> records.add(record(o, "other")));
        }
        dossier.tombstones().forEach(t -> records.add(record(t.ref(), "gone")));
        return records;
    }

    private static Map<String, @Nullable Object> record(RecordRef ref, String role) {
        return map("crm", ref.crm().name(), "type", ref.type().name(), "id", ref.id(), "role", role);
    }

    private static Map<String, @Nullable Object> stage(Person person) {
        Progress progress = person.progress();
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        person.holdings()
                .forEach((crm, held) -> Optional.ofNullable(held.halves().get(Told.STAGE))
                        .ifPresent(half -> shown.put(crm.name(), half.value().text())));
        return map(
                "reached",
                progress.stage(),
                "detour",
                progress.pass().detour().orElse(""),
                "pass",
                progress.pass().number(),
                "since",
                progress.pass().isPlain() ? "" : progress.pass().since().toString(),
                "stamps",
                texts(progress.stamps()),
                "shown",
                shown);
    }

    private static Map<String, String> texts(Map<String, Instant> stamps) {
        Map<String, String> texts = new LinkedHashMap<>();
        stamps.forEach((stage, at) -> texts.put(stage, at.toString()));
        return texts;
    }

    private static List<Map<String, @Nullable Object>> lines(List<LineState> lines) {
        return lines.stream()
                .map(l -> {
                    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
                    l.inputs()
                            .forEach((name, value) -> inputs.put(
                                    name.text(), value.map(FieldValue::text).orElse(null)));
                    return map(
                            "name",
                            l.name(),
                            "line",
                            l.source(),
                            "holds",
                            l.holds().orElse(null),
                            "fault",
                            l.fault().orElse(null),
                            "inputs",
                            inputs);
                })
                .toList();
    }

    private static Map<String, @Nullable Object> handoff(Dossier dossier) {
        Map<String, @Nullable Object> moments = new LinkedHashMap<>();
        dossier.handoff()
                .forEach((moment, took) -> moments.put(
                        moment.name().toLowerCase(Locale.ROOT),
                        map(
                                "at",
                                took.at().toString(),
                                "minutes",
                                took.wall().map(Duration::toMinutes).orElse(null),
                                "businessMinutes",
                                took.business().map(Duration::toMinutes).orElse(null))));
        Handover handover = dossier.person().progress().handover();
        String verdictBy = handover.verdictBy().map(Email::address).orElse("");
        Optional<View> view = handover.view();
        return map(
                "moments",
                moments,
                "verdictBy",
                verdictBy,
                "grade",
                view.map(View::grade).orElse(""),
                "sourceRecord",
                view.map(View::record).orElse(""));
    }

    private static Map<String, @Nullable Object> field(FieldState field, Collection<CrmId> crms) {
        Map<String, @Nullable Object> halves = new LinkedHashMap<>();
        field.halves().forEach((crm, half) -> halves.put(crm.name(), half(half, field)));
        return map(
                "field",
                field.rule().name().text(),
                "direction",
                FieldWords.direction(field.rule(), crms),
                "conflict",
                FieldWords.conflict(field.rule().policy()),
                "equal",
                field.equal().orElse(null),
                "values",
                halves,
                "notes",
                field.notes().stream().map(DossierJson::line).toList());
    }

    private static Map<String, @Nullable Object> half(Half half, FieldState field) {
        return map(
                "value",
                half.value().text(),
                "notReadBack",
                half.pending(),
                "standIn",
                half.standIn(),
                "otherMapping",
                !half.mapping().equals(field.rule().fingerprint()),
                "undone",
                half.bounce().map(b -> b.count() - 1).orElse(0));
    }

    private static Map<String, @Nullable Object> parked(Parked row) {
        return map(
                "record",
                record(row.source(), ""),
                "target",
                row.target().name(),
                "field",
                row.field().map(FieldName::text).orElse(""),
                "cause",
                row.kind().word(),
                "sentence",
                row.sentence(),
                "since",
                row.at().toString());
    }

    private static Map<String, @Nullable Object> line(JournalLine line) {
        return map(
                "at",
                line.at().toString(),
                "event",
                DossierText.word(line.event()),
                "record",
                record(line.record(), ""),
                "fields",
                line.fields().stream().map(FieldName::text).toList(),
                "note",
                line.note());
    }

    static Map<String, @Nullable Object> sighting(Sighting seen) {
        Map<String, @Nullable Object> json = record(seen.ref(), seen.live() ? "" : "gone");
        json.put("email", seen.email().map(Email::address).orElse(""));
        return json;
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
