package io.smarketing.core.sync.plan;

import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Intent;
import io.smarketing.core.sync.plan.Plan.Change;
import io.smarketing.core.sync.plan.Plan.FieldChange;
import io.smarketing.core.sync.plan.Plan.Kind;
import io.smarketing.core.sync.plan.Plan.Writes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a dry run has heard so far: counts of everything, the first changes in full, and which records are settled. These
 * last are what its memory grows with, by some hundred bytes for each person who would be written.
 */
final class Notes {

    private static final Set<Event> MOVES = Set.of(Event.STAGE_REACHED, Event.LEFT_FUNNEL, Event.CAME_BACK);

    private final int most;
    private final Map<CrmId, RecordReader> readers;
    private final Map<CrmId, Map<RecordType, OwnFields>> own;
    private final Map<CrmId, Count> counts = new TreeMap<>();
    private final Map<String, Long> stages = new TreeMap<>();
    private final List<Change> first = new ArrayList<>();
    private final Set<RecordRef> settled = new HashSet<>();

    /**
     * @param most so many changes are noted in full
     * @param readers tell what the records hold
     */
    Notes(int most, Map<CrmId, RecordReader> readers, Map<CrmId, Map<RecordType, OwnFields>> own) {
        this.most = most;
        this.readers = Map.copyOf(readers);
        this.own = Map.copyOf(own);
    }

    /** True if the record was settled with another: what is planned for it is not in the CRM. */
    boolean isSettled(RecordRef ref) {
        return settled.contains(ref);
    }

    void intended(List<Intent> intents) {
        int room = Math.max(0, most - first.size());
        List<Intent> shown = intents.subList(0, Math.min(room, intents.size()));
        Map<RecordRef, CrmRecord> now = read(shown.stream().map(Intent::command).toList());
        for (Intent intent : shown) {
            first.add(change(intent, now));
        }
        for (Intent intent : intents) {
            Count count = counts.computeIfAbsent(intent.target(), c -> new Count());
            boolean creates = intent.command() instanceof WriteCommand.Create;
            count.add(creates ? Kind.CREATE : Kind.UPDATE, intent.command().fields());
            intent.after().holdings().values().stream()
                    .map(Holding::principal)
                    .filter(ref -> !(creates && ref.crm().equals(intent.target())))
                    .forEach(settled::add);
        }
    }

    void deleted(WriteCommand.Delete delete) {
        CrmId crm = delete.ref().crm();
        counts.computeIfAbsent(crm, c -> new Count()).add(Kind.DELETE, Fields.NONE);
        if (first.size() < most) {
            Optional<RecordRef> ref = Optional.of(delete.ref());
            first.add(new Change(Kind.DELETE, crm, delete.ref().type(), ref, Optional.empty(), List.of()));
        }
        settled.add(delete.ref());
    }

    void journal(List<JournalLine> lines) {
        lines.stream().filter(l -> MOVES.contains(l.event())).forEach(l -> stages.merge(l.note(), 1L, Long::sum));
    }

    private Map<RecordRef, CrmRecord> read(List<WriteCommand> commands) {
        Map<CrmId, Set<RecordRef>> refs = new TreeMap<>();
        commands.forEach(c -> {
            if (c instanceof WriteCommand.Update u) {
                refs.computeIfAbsent(u.ref().crm(), crm -> new LinkedHashSet<>())
                        .add(u.ref());
            }
        });
        Map<RecordRef, CrmRecord> now = new TreeMap<>();
        refs.forEach((crm, some) -> now.putAll(readers.get(crm).byRefs(some)));
        return now;
    }

    private Change change(Intent intent, Map<RecordRef, CrmRecord> now) {
        PersonId person = intent.after().id();
        if (intent.command() instanceof WriteCommand.Create create) {
            Fields fields = create.fields();
            List<FieldChange> made = changes(create.type(), intent.target(), fields, Optional.empty());
            return new Change(Kind.CREATE, intent.target(), create.type(), Optional.empty(), Optional.of(person), made);
        }
        RecordRef ref = ((WriteCommand.Update) intent.command()).ref();
        return new Change(
                Kind.UPDATE,
                ref.crm(),
                ref.type(),
                Optional.of(ref),
                Optional.of(person),
                changes(ref.type(), ref.crm(), intent.command().fields(), Optional.ofNullable(now.get(ref))));
    }

    private List<FieldChange> changes(RecordType type, CrmId crm, Fields sent, Optional<CrmRecord> now) {
        List<FieldChange> changes = new ArrayList<>();
        sent.values()
                .forEach((name, after) -> changes.add(new FieldChange(
                        name, now.map(r -> held(r, name, crm, type)).orElse(FieldValue.BLANK), after)));
        return changes;
    }

    /** A record tells its key and its stage apart from its fields. */
    private FieldValue held(CrmRecord record, FieldName name, CrmId crm, RecordType type) {
        Optional<OwnFields> fields =
                Optional.ofNullable(own.getOrDefault(crm, Map.of()).get(type));
        if (fields.map(OwnFields::key).equals(Optional.of(name))) {
            return FieldValue.of(record.key());
        }
        if (fields.flatMap(OwnFields::stage).equals(Optional.of(name))) {
            return FieldValue.of(record.stage().value());
        }
        return record.fields().get(name).orElse(FieldValue.BLANK);
    }

    List<Change> first() {
        return first;
    }

    Map<String, Long> stages() {
        return stages;
    }

    Map<CrmId, Writes> writes() {
        Map<CrmId, Writes> writes = new TreeMap<>();
        counts.forEach((crm, c) ->
                writes.put(crm, new Writes(c.of(Kind.CREATE), c.of(Kind.UPDATE), c.of(Kind.DELETE), c.fields)));
        return writes;
    }

    /** What one CRM would get so far. */
    private static final class Count {
        private final Map<Kind, Long> kinds = new TreeMap<>();
        private final Map<FieldName, Long> fields = new TreeMap<>();

        void add(Kind kind, Fields sent) {
            kinds.merge(kind, 1L, Long::sum);
            sent.names().forEach(f -> fields.merge(f, 1L, Long::sum));
        }

        long of(Kind kind) {
            return kinds.getOrDefault(kind, 0L);
        }
    }
}
