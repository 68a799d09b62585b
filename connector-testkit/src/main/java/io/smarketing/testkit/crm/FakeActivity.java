package io.smarketing.testkit.crm;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people did in a fake CRM; every edit that is not ours is told as made by one rep. */
final class FakeActivity implements Activity {

    static final Email REP = new Email("rep@example.com");
    private final FakeCrm crm;

    FakeActivity(FakeCrm crm) {
        this.crm = crm;
    }

    @Override
    public Map<RecordRef, Touch> firstTouches(Map<RecordRef, Instant> since) {
        Map<RecordRef, Touch> first = new LinkedHashMap<>();
        since.forEach((ref, from) -> crm.rows()
                .find(ref)
                .flatMap(row ->
                        row.touches.stream().filter(t -> !t.at().isBefore(from)).min(Comparator.comparing(Touch::at)))
                .ifPresent(touch -> first.put(ref, touch)));
        return first;
    }

    @Override
    public Map<RecordRef, Edit> lastEdits(Map<RecordRef, FieldName> fields) {
        Map<RecordRef, Edit> edits = new LinkedHashMap<>();
        fields.forEach((ref, field) -> crm.rows()
                .find(ref)
                .flatMap(row -> row.history.getOrDefault(field, List.of()).stream()
                        .filter(e -> e.by() != Author.OURSELVES)
                        .reduce((earlier, later) -> later))
                .ifPresent(e -> edits.put(ref, new Edit(e.at(), Optional.of(REP)))));
        return edits;
    }
}
