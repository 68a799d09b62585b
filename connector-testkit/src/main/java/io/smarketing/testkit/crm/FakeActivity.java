package io.smarketing.testkit.crm;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people did in the fake CRM; every edit that is not ours is told as made by one rep, but for one of which it
 * does not know who made it. Each question that is not empty
 * counts as one call.
 */
final class FakeActivity implements Activity {

    static final Email REP = new Email("rep@example.com");

    private final FakeCrm crm;

    FakeActivity(FakeCrm crm) {
        this.crm = crm;
    }

    @Override
    public Map<RecordRef, List<Touch>> touches(Map<RecordRef, Instant> since) {
        if (since.isEmpty()) {
            return Map.of();
        }
        crm.mishaps().begin(Call.TOUCHES);
        Instant now = crm.clock().instant();
        Map<RecordRef, List<Touch>> all = new HashMap<>();
        since.forEach((ref, from) -> {
            List<Touch> touches = crm.rows().find(ref).stream()
                    .flatMap(row -> row.touches.stream())
                    .filter(touch -> !touch.at().isBefore(from) && !touch.at().isAfter(now))
                    .sorted(Comparator.comparing(Touch::at))
                    .toList();
            if (!touches.isEmpty()) {
                all.put(ref, touches);
            }
        });
        crm.mishaps().end(Call.TOUCHES);
        return all;
    }

    @Override
    public Map<RecordRef, Edit> lastEdits(Map<RecordRef, FieldName> fields) {
        if (fields.isEmpty()) {
            return Map.of();
        }
        crm.mishaps().begin(Call.EDITS);
        Map<RecordRef, Edit> edits = new HashMap<>();
        fields.forEach((ref, field) ->
                crm.rows().find(ref).flatMap(row -> lastEdit(row, field)).ifPresent(edit -> edits.put(ref, edit)));
        crm.mishaps().end(Call.EDITS);
        return edits;
    }

    private static Optional<Edit> lastEdit(FakeRecords.Row row, FieldName field) {
        List<HistoryEntry> history = row.history.getOrDefault(field, List.of());
        if (!history.isEmpty()) {
            return history.stream()
                    .filter(entry -> entry.by() != Author.OURSELVES)
                    .max(Comparator.comparing(HistoryEntry::at))
                    .map(entry -> edit(entry.at(), entry.by()));
        }
        return row.by == Author.OURSELVES ? Optional.empty() : Optional.of(edit(row.stamp, row.by));
    }

    private static Edit edit(Instant at, Author by) {
        return new Edit(at, Optional.of(REP).filter(rep -> by == Author.SOMEBODY_ELSE));
    }
}
