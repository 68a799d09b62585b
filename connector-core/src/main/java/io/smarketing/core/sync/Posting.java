package io.smarketing.core.sync;

import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.person.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice on its way to a CRM.
 *
 * @param person whom it is about, whatever becomes of the record that it names
 * @param sent when it was last about to be sent, by the CRM's time, if it is not known what came of that
 * @param missing when it was first looked for since then and was not there
 */
public record Posting(PersonId person, Notice notice, Optional<Instant> sent, Optional<Instant> missing) {

    /** Not sent yet. */
    public static Posting of(PersonId person, Notice notice) {
        return new Posting(person, notice, Optional.empty(), Optional.empty());
    }

    public CrmId crm() {
        return notice.about().crm();
    }
}
