package io.smarketing.core.sync.told;

import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Touch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a CRM said about one record beside the record.
 *
 * @param active something moved since the record was last seen, though perhaps none of its fields
 * @param stages when stages were entered, from the CRM's history, where it was asked
 * @param touches the human touches of this handoff that are wanted, where they were asked
 * @param verdict who gave sales' verdict, and when, where it was asked
 * @param elsewhere the record that the other CRM named when one was to be made for this person
 */
public record Heard(
        boolean active,
        Map<String, Instant> stages,
        List<Touch> touches,
        Optional<Edit> verdict,
        Optional<RecordRef> elsewhere) {

    /** Nothing at all. */
    public static final Heard NOTHING = new Heard(false, Map.of(), List.of(), Optional.empty(), Optional.empty());

    /** Something moved. */
    public static final Heard ACTIVE = new Heard(true, Map.of(), List.of(), Optional.empty(), Optional.empty());

    public Heard {
        stages = Map.copyOf(stages);
        touches = List.copyOf(touches);
    }
}
