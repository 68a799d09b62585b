package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.CONTACT;
import static io.smarketing.testkit.engine.Bench.LEAD;
import static io.smarketing.testkit.engine.Bench.LEFT;
import static io.smarketing.testkit.engine.Bench.RIGHT;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.Stage;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.StageRule;
import io.smarketing.core.mapping.CodecPlan;
import io.smarketing.core.mapping.Codecs;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.HandoffFields;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.mapping.Place;
import io.smarketing.core.merge.MergePolicy;
import io.smarketing.core.merge.MergePolicy.Conflict;
import io.smarketing.core.merge.MergePolicy.FirstMeeting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Field rules and stages as an admin would write them for the two fake CRMs. */
record Rules(
        FieldName name,
        FieldType type,
        MergePolicy policy,
        Map<RecordType, FieldName> left,
        Map<RecordType, FieldName> right,
        Map<CrmId, CodecPlan> codecs,
        Map<CrmId, String> standIns) {
    static final MergePolicy NEWEST =
            new MergePolicy(Optional.empty(), Conflict.NEWEST, LEFT, true, FirstMeeting.LEAVE, false);

    /** A field of one name everywhere, both ways, newest wins, the left at a tie. */
    static Rules of(String name, FieldType type) {
        FieldName field = FieldName.of(name);
        return new Rules(
                field, type, NEWEST, Map.of(CONTACT, field), Map.of(CONTACT, field, LEAD, field), Map.of(), Map.of());
    }

    static Rules text(String name) {
        return of(name, FieldType.TEXT);
    }

    Rules with(MergePolicy other) {
        return new Rules(name, type, other, left, right, codecs, standIns);
    }

    Rules conflict(Conflict conflict, CrmId favoured) {
        return with(new MergePolicy(
                policy.source(), conflict, favoured, policy.blankOverwrites(), policy.onFirstSync(), policy.enforce()));
    }

    Rules from(CrmId source, boolean enforce) {
        return with(new MergePolicy(
                Optional.of(source),
                policy.conflict(),
                source,
                policy.blankOverwrites(),
                policy.onFirstSync(),
                enforce));
    }

    Rules firstMeeting(FirstMeeting first) {
        return with(new MergePolicy(
                policy.source(),
                policy.conflict(),
                policy.favoured(),
                policy.blankOverwrites(),
                first,
                policy.enforce()));
    }

    Rules keepsBlanks() {
        return with(new MergePolicy(
                policy.source(), policy.conflict(), policy.favoured(), false, policy.onFirstSync(), policy.enforce()));
    }

    Rules codec(CrmId crm, CodecPlan codec) {
        Map<CrmId, CodecPlan> more = new LinkedHashMap<>(codecs);
        more.put(crm, codec);
        return new Rules(name, type, policy, left, right, more, standIns);
    }

    Rules standIn(CrmId crm, String value) {
        return new Rules(name, type, policy, left, right, codecs, Map.of(crm, value));
    }

    Rules onlyOn(RecordType rightType) {
        return new Rules(name, type, policy, left, Map.of(rightType, name), codecs, standIns);
    }

    Rules onlyLeft() {
        return new Rules(name, type, policy, left, Map.of(), codecs, standIns);
    }

    FieldRule rule() {
        return rule("1");
    }

    FieldRule rule(String fingerprint) {
        Map<CrmId, Place> places = new LinkedHashMap<>();
        places.put(LEFT, place(LEFT, left));
        if (!right.isEmpty()) {
            places.put(RIGHT, place(RIGHT, right));
        }
        return new FieldRule(name, type, places, policy, fingerprint, "mapping.yaml:1");
    }

    private Place place(CrmId crm, Map<RecordType, FieldName> fields) {
        return new Place(fields, codecs.getOrDefault(crm, Codecs.plain()), Optional.ofNullable(standIns.get(crm)));
    }

    static List<FieldRule> usual() {
        return List.of(
                of("email", FieldType.EMAIL).rule(),
                text("name").standIn(RIGHT, "[not provided]").rule(),
                text("company").standIn(RIGHT, "[not provided]").rule(),
                text("title").rule(),
                text("city").rule());
    }

    static Lifecycle lifecycle() {
        return new Lifecycle(
                List.of(
                        stage("lead", 0, Optional.empty()),
                        stage("mql", 1, Optional.empty()),
                        stage("sql", 2, Optional.empty()),
                        stage("opportunity", 3, Optional.of(StageFact.OPPORTUNITY)),
                        stage("customer", 4, Optional.of(StageFact.WON_OPPORTUNITY))),
                List.of());
    }

    private static StageRule stage(String name, int order, Optional<StageFact> fact) {
        return new StageRule(new Stage(name, order), fact);
    }

    /** The left knows all stages by their name, the right has no word for sql. */
    static Map<CrmId, Map<RecordType, OwnFields>> own() {
        Map<String, String> leftWords = Map.of(
                "lead", "lead", "mql", "mql", "sql", "sql", "opportunity", "opportunity", "customer", "customer");
        Map<String, String> rightWords =
                Map.of("lead", "Open", "mql", "Qualified", "opportunity", "Opportunity", "customer", "Customer");
        return Map.of(
                LEFT, Map.of(CONTACT, own(CONTACT, leftWords)),
                RIGHT, Map.of(CONTACT, own(CONTACT, rightWords), LEAD, own(LEAD, rightWords)));
    }

    private static OwnFields own(RecordType type, Map<String, String> words) {
        Map<String, FieldName> stamps = new LinkedHashMap<>();
        for (String stage : List.of("mql", "sql", "opportunity", "customer")) {
            stamps.put(stage, FieldName.of(stage + "_at"));
        }
        return new OwnFields(
                type, FieldName.of("key"), Optional.of(FieldName.of("stage")), words, stamps, HandoffFields.NONE);
    }
}
