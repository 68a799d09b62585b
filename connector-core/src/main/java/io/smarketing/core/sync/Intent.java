package io.smarketing.core.sync;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.person.Person;
import java.time.Instant;
import java.util.List;

/**
 * A write that is about to be sent, stored first, so that a crash or a lost answer can be resolved by looking.
 *
 * @param after the person as the book will have it once the write is answered
 * @param since the stamp that the record bore when it was last read; of one that is yet to be made, the time of the read
 * @param conflicts what the journal is to say of the edits that this write beats, if nothing but the write itself tells
 */
public record Intent(
        long id, CrmId target, WriteCommand command, Person after, Instant since, List<JournalLine> conflicts) {

    public Intent {
        conflicts = List.copyOf(conflicts);
    }
}
