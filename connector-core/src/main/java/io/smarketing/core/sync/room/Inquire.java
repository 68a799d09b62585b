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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Asks the CRMs, in one batch each and only where it decides: their histories for who was later on a contested field and
 * when a stage was entered of which the record itself tells no time, then for the touches since and who gave a verdict.
 */
public final class Inquire {

    private final Map<CrmId, Party> parties;
    private final Settle settle;

    public Inquire(Map<CrmId, Party> parties, Settle settle) {
        this.parties = Map.copyOf(parties);
        this.settle = settle;
    }

    /** The same pairings, with what the histories tell, and then what people did since the times they told. */
    public List<Pairing> ask(List<Pairing> pairings) {
        return withActivity(withHistory(pairings));
    }

    private List<Pairing> withHistory(List<Pairing> pairings) {
        Questions questions = new Questions();
        settled(pairings).forEach(questions::histories);
        if (questions.refs.isEmpty()) {
            return pairings;
        }
        Map<RecordRef, Map<FieldName, List<HistoryEntry>>> answers = new HashMap<>();
        questions.refs.forEach(
                (crm, asked) -> answers.putAll(crm(crm).reader().history(asked, questions.fields.get(crm))));
        return pairings.stream()
                .map(p -> told(p, newer(p, answers), t -> dated(t, answers)))
                .toList();
    }

    private List<Pairing> withActivity(List<Pairing> pairings) {
        Questions questions = new Questions();
        settled(pairings).forEach(questions::activities);
        if (questions.touches.isEmpty() && questions.verdicts.isEmpty()) {
            return pairings;
        }
        Map<RecordRef, List<Touch>> touches = new HashMap<>();
        Map<RecordRef, Edit> verdicts = new HashMap<>();
        questions.touches.forEach(
                (crm, since) -> touches.putAll(crm(crm).activity().touches(since)));
        questions.verdicts.forEach(
                (crm, asked) -> verdicts.putAll(crm(crm).activity().lastEdits(asked)));
        return pairings.stream()
                .map(p -> told(p, p.newer(), t -> active(t, touches, verdicts)))
                .toList();
    }

    private static Stream<Pairing> settled(List<Pairing> pairings) {
        return pairings.stream().filter(p -> p.kind().isSettled());
    }

    private Crm crm(CrmId id) {
        return parties.get(id).crm();
    }

    private static Pairing told(Pairing p, Map<FieldName, CrmId> newer, UnaryOperator<Told> informed) {
        Told source = informed.apply(p.source());
        return new Pairing(p.kind(), p.person(), source, p.target().map(informed), p.others(), newer);
    }

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

    private static Told dated(Told told, Map<RecordRef, Map<FieldName, List<HistoryEntry>>> histories) {
        Heard heard = told.heard();
        return told.with(new Heard(
                heard.active(), stages(told, histories), heard.touches(), heard.verdict(), heard.elsewhere()));
    }

    private static Told active(Told told, Map<RecordRef, List<Touch>> touches, Map<RecordRef, Edit> verdicts) {
        Heard heard = told.heard();
        return told.with(new Heard(
                heard.active(),
                heard.stages(),
                touches.getOrDefault(told.ref(), List.of()),
                Optional.ofNullable(verdicts.get(told.ref())),
                heard.elsewhere()));
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

        void histories(Pairing pairing) {
            Set<FieldName> contested = settle.contested(pairing);
            both(pairing).forEach(told -> {
                contested.forEach(f ->
                        told.map().place(f).ifPresent(p -> add(told, p.spec().name())));
                if (settle.wantsStageHistory(pairing, told)) {
                    told.map().own().stage().ifPresent(f -> add(told, f));
                }
            });
        }

        void activities(Pairing pairing) {
            both(pairing).forEach(told -> {
                settle.awaitsTouchSince(pairing, told)
                        .ifPresent(at -> touches.computeIfAbsent(told.crm(), c -> new LinkedHashMap<>())
                                .put(told.ref(), at));
                settle.newVerdict(pairing, told)
                        .ifPresent(f -> verdicts.computeIfAbsent(told.crm(), c -> new LinkedHashMap<>())
                                .put(told.ref(), f));
            });
        }

        private static Stream<Told> both(Pairing pairing) {
            return Stream.concat(Stream.of(pairing.source()), pairing.target().stream());
        }

        private void add(Told told, FieldName field) {
            refs.computeIfAbsent(told.crm(), c -> new LinkedHashSet<>()).add(told.ref());
            fields.computeIfAbsent(told.crm(), c -> new LinkedHashSet<>()).add(field);
        }
    }
}
