package io.smarketing.store;

import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.report.Overview;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.Parked;
import io.smarketing.store.file.Database;
import io.smarketing.store.table.ParkedRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The overview over people, with what is parked, and how many there are, of all subjects that are mapped. */
public final class WholeOverview implements Overview {

    private final Database database;
    private final Map<Subject, Books> books;
    private final Overview ofPeople;

    WholeOverview(Database database, Map<Subject, Books> books) {
        this.database = database;
        this.books = books;
        this.ofPeople =
                new SqlOverview(Optional.ofNullable(books.get(Subject.PEOPLE)).orElseThrow());
    }

    /** The overview over each subject alone. */
    public Map<Subject, Overview> each() {
        Map<Subject, Overview> each = new EnumMap<>(Subject.class);
        books.forEach((subject, ofIt) -> each.put(subject, new SqlOverview(ofIt)));
        return each;
    }

    /** How many are known of each subject, by its word; people come first. */
    public Map<String, Long> known() {
        Map<String, Long> known = new LinkedHashMap<>();
        known.put(Subject.PEOPLE.word(), people());
        each().forEach((subject, o) -> known.putIfAbsent(subject.word(), o.people()));
        return known;
    }

    @Override
    public Map<FailureKind, Long> parkedByCause() {
        Map<FailureKind, Long> sums = new EnumMap<>(FailureKind.class);
        each().values().forEach(o -> o.parkedByCause().forEach((kind, n) -> sums.merge(kind, n, Long::sum)));
        return sums;
    }

    @Override
    public List<Parked> parked(int most) {
        return each().values().stream()
                .flatMap(o -> o.parked(most).stream())
                .sorted(Comparator.comparing(Parked::at))
                .limit(most)
                .toList();
    }

    @Override
    public void parked(FailureKind cause, int most, Consumer<Parked> each) {
        List<Long> workspaces = books.values().stream().map(Books::workspace).toList();
        database.ask(handle -> {
            ParkedRows.oldest(handle, workspaces, cause, most, each);
            return true;
        });
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

    /** The time up to which both CRMs were read; empty before that. */
    public Optional<Instant> readUpTo() {
        return bookmarks().stream().flatMap(b -> b.lastRound().stream()).min(Instant::compareTo);
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
