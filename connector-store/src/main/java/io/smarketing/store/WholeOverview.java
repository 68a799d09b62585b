package io.smarketing.store;

import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.report.Overview;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.Parked;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The overview over people, with what is parked of all subjects. */
record WholeOverview(Overview ofPeople, Collection<Overview> all) implements Overview {

    @Override
    public Map<FailureKind, Long> parkedByCause() {
        Map<FailureKind, Long> sums = new EnumMap<>(FailureKind.class);
        all.forEach(o -> o.parkedByCause().forEach((kind, n) -> sums.merge(kind, n, Long::sum)));
        return sums;
    }

    @Override
    public List<Parked> parked(int most) {
        return all.stream()
                .flatMap(o -> o.parked(most).stream())
                .sorted(Comparator.comparing(Parked::at))
                .limit(most)
                .toList();
    }

    @Override
    public void parked(FailureKind cause, int most, Consumer<Parked> each) {
        AtomicInteger left = new AtomicInteger(most);
        all.forEach(o -> o.parked(cause, left.get(), parked -> {
            left.decrementAndGet();
            each.accept(parked);
        }));
    }

    @Override
    public long people() {
        return ofPeople.people();
    }

    @Override
    public Map<String, Long> byStage() {
        return ofPeople.byStage();
    }

    @Override
    public Map<CrmId, Long> others() {
        return ofPeople.others();
    }

    @Override
    public List<Bookmark> bookmarks() {
        return ofPeople.bookmarks();
    }

    @Override
    public List<JournalLine> journal(PersonId person, int most) {
        return ofPeople.journal(person, most);
    }

    @Override
    public Map<Event, Map<FieldName, Long>> leftAlone() {
        return ofPeople.leftAlone();
    }

    @Override
    public void durations(String from, String to, BiConsumer<PersonId, Duration> each) {
        ofPeople.durations(from, to, each);
    }

    @Override
    public Map<CrmId, QuotaUse> quotas() {
        return ofPeople.quotas();
    }
}
