package io.smarketing.simulation.engine;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.push.Push;
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
import java.util.Optional;
import java.util.Set;

/** A CRM as it is, with somebody who listens in. */
record TappedCrm(Crm real, Watch watch) implements Crm {

    private static final WriteOutcome NO_ANSWER = new WriteOutcome.Unknown("");

    @Override
    public CrmId id() {
        return real.id();
    }

    @Override
    public String account() {
        return real.account();
    }

    @Override
    public ChangeFeed changes() {
        ChangeFeed feed = real.changes();
        return from -> {
            ChangePage page = feed.read(from);
            for (Change change : page.changes()) {
                if (change instanceof Change.Changed changed) {
                    changed.record().ifPresent(watch::told);
                }
            }
            return page;
        };
    }

    @Override
    public RecordReader reader() {
        return new TappedReader(real.reader(), watch);
    }

    @Override
    public RecordWriter writer() {
        RecordWriter writer = real.writer();
        return commands -> {
            commands.forEach(c -> watch.sends(id(), c));
            List<WriteOutcome> outcomes = Collections.nCopies(commands.size(), NO_ANSWER);
            try {
                outcomes = writer.write(commands);
                return outcomes;
            } finally {
                for (int i = 0; i < outcomes.size(); i++) {
                    watch.answered(id(), commands.get(i), outcomes.get(i));
                }
            }
        };
    }

    @Override
    public Schema schema() {
        return real.schema();
    }

    @Override
    public Activity activity() {
        return real.activity();
    }

    @Override
    public QuotaUse quota() {
        return real.quota();
    }

    @Override
    public Optional<Push> push() {
        return real.push();
    }

    @Override
    public void close() {
        real.close();
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
