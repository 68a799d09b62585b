package io.smarketing.core.sync.room;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.settle.Settle;
import io.smarketing.core.sync.told.Heard;
import io.smarketing.core.sync.told.Pairing;
import io.smarketing.core.sync.told.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the CRMs' own histories, in one batch per CRM and only where they decide: who was later on a contested field,
 * and when a stage was entered of which the record itself tells no time. Then asks our own book where a handoff begins.
 */
public final class Inquire {

    private final Map<CrmId, Party> parties;
    private final Settle settle;
    private final Recall recall;

    public Inquire(Map<CrmId, Party> parties, Settle settle, Recall recall) {
        this.parties = Map.copyOf(parties);
        this.settle = settle;
        this.recall = recall;
    }

    /**
     * The same pairings, with what the histories tell.
     *
     * @param firstLoad the book is still filling: what it says of others would mislead
     */
    public List<Pairing> ask(List<Pairing> pairings, boolean firstLoad) {
        List<Pairing> informed = askCrms(pairings);
        return firstLoad ? informed : recall.tell(informed);
    }

    private List<Pairing> askCrms(List<Pairing> pairings) {
        Questions questions = new Questions();
        for (Pairing pairing : pairings) {
            if (!pairing.kind().isSettled()) {
                continue;
            }
            Set<FieldName> contested = settle.contested(pairing);
            questions.contested(pairing.source(), contested);
            pairing.target().ifPresent(t -> questions.contested(t, contested));
            questions.person(pairing, pairing.source());
            pairing.target().ifPresent(t -> questions.person(pairing, t));
        }
        if (questions.isEmpty()) {
            return pairings;
        }
        Answers answers = questions.ask();
        List<Pairing> out = new ArrayList<>();
        for (Pairing p : pairings) {
            out.add(new Pairing(
                    p.kind(),
                    p.person(),
                    informed(p.source(), answers),
                    p.target().map(t -> informed(t, answers)),
                    p.others(),
                    newer(p, answers.histories())));
        }
        return out;
    }

    /** What all CRMs answered. */
    private record Answers(
            Map<RecordRef, Map<FieldName, List<HistoryEntry>>> histories,
            Map<RecordRef, Touch> touches,
            Map<RecordRef, Edit> verdicts) {}

    private Map<FieldName, CrmId> newer(Pairing p, Map<RecordRef, Map<FieldName, List<HistoryEntry>>> answers) {
        Map<FieldName, CrmId> newer = new LinkedHashMap<>();
        for (FieldName field : settle.contested(p)) {
            Told target = p.target().orElseThrow();
            Span a = span(p.source(), field, answers);
            Span b = span(target, field, answers);
            if (a.from().isAfter(b.to())) {
                newer.put(field, p.source().crm());
            } else if (b.from().isAfter(a.to())) {
                newer.put(field, target.crm());
            }
        }
        return newer;
    }

    /** When the field was last edited: to the instant if the history tells, else between the two stamps we saw. */
    private static Span span(Told told, FieldName field, Map<RecordRef, Map<FieldName, List<HistoryEntry>>> answers) {
        FieldName crmField = told.map().place(field).orElseThrow().spec().name();
        List<HistoryEntry> entries = answers.getOrDefault(told.ref(), Map.of()).getOrDefault(crmField, List.of());
        Optional<Instant> last = entries.stream()
                .filter(e -> e.by() != Author.OURSELVES)
                .map(HistoryEntry::at)
                .max(Instant::compareTo);
        Instant seen = told.before().map(Sighting::stamp).orElse(Instant.EPOCH);
        return last.map(at -> new Span(at, at))
                .orElseGet(() -> new Span(seen, told.record().stamp()));
    }

    private static Told informed(Told told, Answers answers) {
        return told.with(new Heard(
                told.heard().active(),
                stages(told, answers.histories()),
                Optional.ofNullable(answers.touches().get(told.ref())),
                Optional.ofNullable(answers.verdicts().get(told.ref()))));
    }

    private static Map<String, Instant> stages(
            Told told, Map<RecordRef, Map<FieldName, List<HistoryEntry>>> histories) {
        OwnFields own = told.map().own();
        Map<String, Instant> entered = new LinkedHashMap<>();
        if (own.stage().isEmpty() || !histories.containsKey(told.ref())) {
            return entered;
        }
        Map<String, String> names = new HashMap<>();
        own.stageValues().forEach((stage, value) -> names.put(value, stage));
        histories.get(told.ref()).getOrDefault(own.stage().get(), List.of()).stream()
                .filter(e -> e.by() != Author.OURSELVES
                        && names.containsKey(e.value().text()))
                .forEach(e -> entered.merge(names.get(e.value().text()), e.at(), (x, y) -> x.isBefore(y) ? x : y));
        return entered;
    }

    /** An edit took place between these two instants. */
    private record Span(Instant from, Instant to) {}

    /** What is to be asked, per CRM. */
    private final class Questions {

        private final Map<CrmId, Set<RecordRef>> refs = new LinkedHashMap<>();
        private final Map<CrmId, Set<FieldName>> fields = new LinkedHashMap<>();
        private final Map<CrmId, Map<RecordRef, Instant>> touches = new LinkedHashMap<>();
        private final Map<CrmId, Map<RecordRef, FieldName>> verdicts = new LinkedHashMap<>();

        void contested(Told told, Set<FieldName> contested) {
            contested.forEach(
                    f -> told.map().place(f).ifPresent(p -> add(told, p.spec().name())));
        }

        void person(Pairing pairing, Told told) {
            if (settle.wantsStageHistory(pairing, told)) {
                told.map().own().stage().ifPresent(f -> add(told, f));
            }
            settle.awaitsTouchSince(pairing, told)
                    .ifPresent(at -> touches.computeIfAbsent(told.crm(), c -> new LinkedHashMap<>())
                            .put(told.ref(), at));
            settle.newVerdict(pairing, told)
                    .ifPresent(f -> verdicts.computeIfAbsent(told.crm(), c -> new LinkedHashMap<>())
                            .put(told.ref(), f));
        }

        private void add(Told told, FieldName field) {
            refs.computeIfAbsent(told.crm(), c -> new LinkedHashSet<>()).add(told.ref());
            fields.computeIfAbsent(told.crm(), c -> new LinkedHashSet<>()).add(field);
        }

        boolean isEmpty() {
            return refs.isEmpty() && touches.isEmpty() && verdicts.isEmpty();
        }

        Answers ask() {
            Answers all = new Answers(new HashMap<>(), new HashMap<>(), new HashMap<>());
            refs.forEach(
                    (crm, asked) -> all.histories().putAll(crm(crm).reader().history(asked, fields.get(crm))));
            touches.forEach(
                    (crm, since) -> all.touches().putAll(crm(crm).activity().firstTouches(since)));
            verdicts.forEach(
                    (crm, asked) -> all.verdicts().putAll(crm(crm).activity().lastEdits(asked)));
            return all;
        }

        private Crm crm(CrmId id) {
            return parties.get(id).crm();
        }
    }
}
