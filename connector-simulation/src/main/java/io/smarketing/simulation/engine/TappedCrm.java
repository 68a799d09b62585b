package io.smarketing.simulation.engine;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Listens in on a CRM. */
final class TappedCrm {

    private static final WriteOutcome NO_ANSWER = new WriteOutcome.Unknown("");

    private TappedCrm() {}

    /** The CRM as it is, with somebody who listens in. */
    static Crm of(Crm real, Watch watch) {
        watch.looked();
        return new PartedCrm(
                real,
                feed(real.changes(), watch),
                new TappedReader(real.reader(), watch),
                writer(real.id(), real.writer(), watch));
    }

    private static ChangeFeed feed(ChangeFeed real, Watch watch) {
        return from -> {
            ChangePage page = real.read(from);
            watch.looked();
            for (Change change : page.changes()) {
                if (change instanceof Change.Changed changed) {
                    changed.record().ifPresent(watch::told);
                }
            }
            return page;
        };
    }

    private static RecordWriter writer(CrmId crm, RecordWriter real, Watch watch) {
        return commands -> {
            commands.forEach(c -> watch.sends(crm, c));
            List<WriteOutcome> outcomes = Collections.nCopies(commands.size(), NO_ANSWER);
            try {
                outcomes = real.write(commands);
                return outcomes;
            } finally {
                for (int i = 0; i < outcomes.size(); i++) {
                    watch.answered(crm, commands.get(i), outcomes.get(i));
                }
            }
        };
    }

    /** A reader as it is, with somebody who listens in. */
    private record TappedReader(RecordReader real, Watch watch) implements RecordReader {

        @Override
        public Map<RecordRef, CrmRecord> byRefs(Collection<RecordRef> refs) {
            Map<RecordRef, CrmRecord> found = real.byRefs(refs);
            found.values().forEach(watch::told);
            return found;
        }

        @Override
        public List<CrmRecord> byKeys(Collection<String> keys) {
            return told(real.byKeys(keys));
        }

        @Override
        public List<CrmRecord> byEmails(Collection<Email> emails) {
            return told(real.byEmails(emails));
        }

        private List<CrmRecord> told(List<CrmRecord> records) {
            records.forEach(watch::told);
            return records;
        }

        @Override
        public Map<RecordRef, Map<FieldName, List<HistoryEntry>>> history(
                Collection<RecordRef> refs, Set<FieldName> fields) {
            return real.history(refs, fields);
        }
    }
}
