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
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     */
    public record Write(
            WriteCommand command, Map<CrmId, Map<FieldName, Half>> onWritten, Map<FieldName, FieldName> names) {

        /**
         * The same without one mapped field of the CRM it goes to; empty if it carries nothing else, or not that one. A
         * new record begins with a blank there, or with the CRM's own default: what is put there later is no first
         * meeting, but meets an edit of the source.
         */
        public Optional<Write> without(CrmId to, FieldName field) {
            FieldName name = names.get(field);
            if (name == null || command.fields().names().size() == 1) {
                return Optional.empty();
            }
            Map<FieldName, FieldValue> rest =
                    new LinkedHashMap<>(command.fields().values());
            rest.remove(field);
            Map<CrmId, Map<FieldName, Half>> moved = new LinkedHashMap<>();
            boolean creates = command instanceof WriteCommand.Create;
            onWritten.forEach((crm, halves) -> {
                Map<FieldName, Half> kept = new LinkedHashMap<>(halves);
                Half half = kept.remove(name);
                if (half != null && creates) {
                    kept.put(name, new Half(FieldValue.BLANK, crm.equals(to), false, half.mapping(), Optional.empty()));
                }
                moved.put(crm, kept);
            });
            Map<FieldName, FieldName> left = new LinkedHashMap<>(names);
            left.remove(field);
            return Optional.of(new Write(command.with(new Fields(rest)), moved, left));
        }

        /** True if it changes anything beyond our own fields. */
        public boolean touchesMappedFields() {
            return !names.isEmpty();
        }
    }
}
