package io.smarketing.core.report;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sync.Parked;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the books know of one person.
 *
 * @param tombstones records that were the person's
 * @param reasons what makes each stage and each detour, in their order, and what of it holds
 * @param handoff when what happened in the handoff of this pass
 * @param journal the newest first
 */
public record Dossier(
        Person person,
        List<Sighting> tombstones,
        List<Reasons> reasons,
        Map<Moment, Took> handoff,
        List<FieldState> fields,
        List<Parked> parked,
        List<JournalLine> journal) {

    public Dossier {
        tombstones = List.copyOf(tombstones);
        reasons = List.copyOf(reasons);
        handoff = Collections.unmodifiableMap(new LinkedHashMap<>(handoff));
        fields = List.copyOf(fields);
        parked = List.copyOf(parked);
        journal = List.copyOf(journal);
    }

    /**
     * What makes one stage or detour.
     *
     * @param gate what ought to hold besides
     */
    public record Reasons(String name, boolean isDetour, List<LineState> criteria, List<LineState> gate) {

        public Reasons {
            criteria = List.copyOf(criteria);
            gate = List.copyOf(gate);
        }
    }

    /**
     * One named line, held against the base.
     *
     * @param holds empty if one of its inputs is not known without asking a CRM
     * @param fault why it could not be computed, if it could not
     * @param inputs what it depends on; an empty value is not known without asking a CRM
     */
    public record LineState(
            String name,
            String source,
            Optional<Boolean> holds,
            Optional<String> fault,
            Map<FieldName, Optional<FieldValue>> inputs) {

        public LineState {
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        }
    }

    /**
     * When something happened in the handoff, and how long that took since it began.
     *
     * @param business the part of it in which people are at work
     */
    public record Took(Instant at, Optional<Duration> wall, Optional<Duration> business) {}

    /**
     * One mapped field.
     *
     * @param halves the value that each CRM held when both were last in step
     * @param equal whether the two mean the same; empty if there are not two, or it takes a CRM to tell
     * @param notes who won, and what was left alone, the newest first
     */
    public record FieldState(
            FieldRule rule, Map<CrmId, Half> halves, Optional<Boolean> equal, List<JournalLine> notes) {

        public FieldState {
            halves = Collections.unmodifiableMap(new LinkedHashMap<>(halves));
            notes = List.copyOf(notes);
        }
    }
}
