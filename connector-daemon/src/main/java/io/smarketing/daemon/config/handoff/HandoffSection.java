package io.smarketing.daemon.config.handoff;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Handoff.Answers;
import io.smarketing.core.lifecycle.Handoff.Notices;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.mapping.HandoffFields;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.daemon.config.field.Places;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what {@code lifecycle.yaml} says of the handoff: where it begins, how it is timed, what sales answers. */
public final class HandoffSection {

    public static final List<String> KEYS =
            List.of("from", "feedback", "reasons", "notices", "view", "fields", "hours");
    static final List<String> FEEDBACK = List.of("verdict", "reason", "rating", "comment", "change");

    private static final String VERDICT_BY = "verdict-by";
    private static final String GRADE = "grade";
    private static final String SOURCE_RECORD = "source-record";
    private static final String SLA_DUE_AT = "sla-due-at";
    private static final String SLA_STATE = "sla-state";

    /** Written by us: the moments under the words of the file. */
    static final Map<String, Moment> MOMENTS = new LinkedHashMap<>();

    static {
        MOMENTS.put("assigned", Moment.ASSIGNED);
        MOMENTS.put("first-touch", Moment.TOUCHED);
        MOMENTS.put("accepted", Moment.ACCEPTED);
        MOMENTS.put("rejected", Moment.REJECTED);
    }

    private final Section section;
    private final Places places;
    private final Set<FieldName> mapped;
    private final Optional<ViewSection> view;
    private final Map<String, FieldName> feedback = new LinkedHashMap<>();
    private final Map<String, Map<CrmId, Map<RecordType, FieldName>>> fields = new LinkedHashMap<>();

    /** @param mapped the fields of mapping.yaml */
    public HandoffSection(Section section, Places places, Map<FieldName, FieldType> mapped) {
        this.section = section.only(KEYS).require("from", "name the stage with which marketing hands a lead over");
        this.places = places;
        this.mapped = mapped.keySet();
        this.view = section.section("view").map(s -> new ViewSection(s, mapped));
        section.section("feedback").ifPresent(this::feedback);
        section.section("fields").ifPresent(this::fields);
    }

    private void feedback(Section group) {
        group.only(FEEDBACK).require("verdict", "name the mapped field in which sales says accepted or rejected");
        for (String role : FEEDBACK) {
            mapped(group, role, mapped).ifPresent(name -> feedback.put(role, name));
        }
    }

    /** The field of mapping.yaml that a key names; one that is not there is reported. */
    static Optional<FieldName> mapped(Section group, String key, Set<FieldName> mapped) {
        Optional<String> named = group.text(key);
        named.filter(name -> !mapped.contains(FieldName.of(name))).ifPresent(name -> {
            List<String> known = mapped.stream().map(FieldName::text).toList();
            group.valueProblem(key, "mapping.yaml maps no field " + Words.quoted(name), Words.nearest(name, known));
        });
        return named.map(FieldName::of);
    }

    private void fields(Section group) {
        group.only(fieldKeys());
        if (group.has(GRADE) && view.flatMap(ViewSection::grading).isEmpty()) {
            group.problem(GRADE, "a grade needs a score and its grades: name them under view");
        }
        if (group.has(SOURCE_RECORD) && view.flatMap(ViewSection::source).isEmpty()) {
            group.problem(
                    SOURCE_RECORD, "a source's track record needs the field that tells the source: name it under view");
        }
        for (String key : fieldKeys()) {
            group.section(key).ifPresent(s -> {
                s.only(places.sides().names());
                Map<CrmId, Map<RecordType, FieldName>> found = places.read(s);
                found.forEach((crm, types) -> places.claim(crm, types, s.at(crm.name())));
                fields.put(key, found);
            });
        }
    }

    public static List<String> fieldKeys() {
        List<String> keys = new ArrayList<>();
        for (String moment : MOMENTS.keySet()) {
            keys.addAll(List.of(moment + "-at", moment + "-minutes", moment + "-business-minutes"));
        }
        keys.addAll(List.of(VERDICT_BY, GRADE, SOURCE_RECORD, SLA_DUE_AT, SLA_STATE));
        return keys;
    }

    /** The field in which sales says accepted, rejected or disqualified. */
    public Optional<FieldName> verdict() {
        return Optional.ofNullable(feedback.get("verdict"));
    }

    /** The reasons that lead to each detour; those of a detour that is not there are reported. */
    public Map<String, Reasons> reasons(Collection<String> detours) {
        Optional<Section> group = section.section("reasons");
        boolean answered = feedback.containsKey("verdict") && feedback.containsKey("reason");
        group.filter(g -> !answered)
                .ifPresent(g -> g.problem(
                        "", "reasons need the mapped fields of verdict and reason: name them under feedback"));
        Map<String, Map<String, Set<String>>> words =
                group.map(g -> new ReasonLines(detours).read(g)).orElse(Map.of());
        Map<String, Reasons> reasons = new LinkedHashMap<>();
        if (answered) {
            words.forEach((detour, of) ->
                    reasons.put(detour, new Reasons(feedback.get("verdict"), feedback.get("reason"), of)));
        }
        return reasons;
    }

    /** All of it. */
    public Optional<Handoff> read(Collection<String> stages) {
        Optional<String> from = section.text("from");
        from.filter(f -> !stages.contains(f))
                .ifPresent(f ->
                        section.valueProblem("from", "there is no stage " + Words.quoted(f), Words.nearest(f, stages)));
        BusinessHours hours =
                section.section("hours").map(h -> new HoursSection(h).read()).orElse(BusinessHours.ALWAYS);
        return from.map(f -> new Handoff(
                f,
                new Answers(
                        Optional.ofNullable(feedback.get("verdict")),
                        Optional.ofNullable(feedback.get("reason")),
                        Optional.ofNullable(feedback.get("change")),
                        new LinkedHashSet<>(feedback.values())),
                view.flatMap(ViewSection::grading),
                view.flatMap(ViewSection::source),
                hours,
                notices(),
                Handoff.Lookout.FIRST));
    }

    private Map<CrmId, Notices> notices() {
        Optional<Section> group = section.section("notices");
        group.filter(g -> !feedback.containsKey("verdict"))
                .ifPresent(g -> g.problem("", "notices tell of sales' verdict: name its mapped field under feedback"));
        return group.map(g -> new NoticesSection(g, places.sides().ids()).notices())
                .orElse(Map.of());
    }

    /** The product's own fields on one record type. */
    public HandoffFields own(CrmId crm, RecordType type) {
        return new HandoffFields(
                moments("-at", crm, type),
                moments("-minutes", crm, type),
                moments("-business-minutes", crm, type),
                place(VERDICT_BY, crm, type),
                place(GRADE, crm, type),
                place(SOURCE_RECORD, crm, type),
                place(SLA_DUE_AT, crm, type),
                place(SLA_STATE, crm, type));
    }

    private Map<Moment, FieldName> moments(String ending, CrmId crm, RecordType type) {
        Map<Moment, FieldName> found = new EnumMap<>(Moment.class);
        MOMENTS.forEach((word, moment) -> place(word + ending, crm, type).ifPresent(f -> found.put(moment, f)));
        return found;
    }

    private Optional<FieldName> place(String key, CrmId crm, RecordType type) {
        return Optional.ofNullable(
                fields.getOrDefault(key, Map.of()).getOrDefault(crm, Map.of()).get(type));
    }
}
