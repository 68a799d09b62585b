package io.smarketing.core.sync.settle;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.Posting;
import io.smarketing.core.sync.told.Pairing;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One person settled: what the books get at once, and up to one command per CRM.
 *
 * @param person as the book is to have it whatever comes of the writes
 * @param linked false while the person is not in the book: it gets there once a record is made, or never
 * @param writes at most one per CRM
 * @param notices what people are to be told of it, whatever comes of the writes
 * @param testimonies what the CRMs say of when it happened
 */
public record Settlement(
        Pairing pairing,
        Person person,
        boolean linked,
        Map<CrmId, Write> writes,
        List<Parked> parked,
        List<JournalLine> journal,
        List<Posting> notices,
        List<Testimony> testimonies) {

    /** Nobody is told anything. */
    public Settlement(
            Pairing pairing,
            Person person,
            boolean linked,
            Map<CrmId, Write> writes,
            List<Parked> parked,
            List<JournalLine> journal) {
        this(pairing, person, linked, writes, parked, journal, List.of(), List.of());
    }

    /**
     * One command and the halves that move once, and only if, it is answered.
     *
     * @param names the mapping's name for each CRM field it carries
     * @param units for a CRM field the one that says what it counts
     */
    public record Write(
            WriteCommand command,
            Map<CrmId, Map<FieldName, Half>> onWritten,
            Map<FieldName, FieldName> names,
            Map<FieldName, FieldName> units) {

        /** What it carries that means something else without that field. */
        public Set<FieldName> countedIn(FieldName field) {
            return names.keySet().stream()
                    .filter(f -> field.equals(units.get(f)))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /**
         * The same without one field of the CRM it goes to and what is counted in it; empty if it carries nothing else, or
         * not that one. A new record begins with a blank there, or with the CRM's own default: what is put there
         * later is no first meeting, but meets an edit of the source.
         */
        public Optional<Write> without(CrmId to, FieldName field) {
            Set<FieldName> out = new LinkedHashSet<>(countedIn(field));
            out.add(field);
            Map<FieldName, FieldValue> rest =
                    new LinkedHashMap<>(command.fields().values());
            if (!rest.keySet().removeAll(out) || rest.isEmpty()) {
                return Optional.empty();
            }
            Map<FieldName, FieldName> left = new LinkedHashMap<>(names);
            left.keySet().removeAll(out);
            Set<FieldName> gone =
                    out.stream().filter(names::containsKey).map(names::get).collect(Collectors.toUnmodifiableSet());
            Map<CrmId, Map<FieldName, Half>> moved = new LinkedHashMap<>();
            onWritten.forEach((crm, halves) -> moved.put(crm, without(halves, gone, crm.equals(to))));
            return Optional.of(new Write(command.with(new Fields(rest)), moved, left, units));
        }

        private Map<FieldName, Half> without(Map<FieldName, Half> halves, Set<FieldName> gone, boolean pending) {
            Map<FieldName, Half> kept = new LinkedHashMap<>(halves);
            kept.keySet().removeAll(gone);
            if (command instanceof WriteCommand.Create) {
                gone.stream()
                        .filter(halves::containsKey)
                        .forEach(f -> kept.put(
                                f,
                                new Half(
                                        FieldValue.BLANK,
                                        pending,
                                        false,
                                        halves.get(f).mapping(),
                                        Optional.empty())));
            }
            return kept;
        }

        /** True if it changes anything beyond our own fields. */
        public boolean touchesMappedFields() {
            return !names.isEmpty();
        }
    }
}
