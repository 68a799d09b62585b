package io.smarketing.testkit.crm;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fake CRM's changes. Its cursors say what is read ({@code list} or {@code since}), from when on, when the reading
 * began and what was read last; the last two are missing in a cursor that begins.
 */
final class FakeFeed implements ChangeFeed {

    private final FakeCrm crm;

    FakeFeed(FakeCrm crm) {
        this.crm = crm;
    }

    @Override
    public ChangePage read(Cursor from) {
        crm.mishaps().begin(Call.CHANGES);
        Instant now = crm.clock().instant();
        Place place = Place.of(from, now);
        if (place.listing() && !place.last().isEmpty() && crm.mishaps().stalls()) {
            return new ChangePage(List.of(), from, true, false, now);
        }
        List<FakeRecords.Row> waiting = (place.listing() ? listed() : changed(place, now))
                .tailMap(place.last(), false).values().stream()
                        .limit(crm.habits().page() + 1L)
                        .toList();
        boolean more = waiting.size() > crm.habits().page();
        List<FakeRecords.Row> taken = more ? waiting.subList(0, crm.habits().page()) : waiting;
        Cursor next = more ? place.after(taken.get(taken.size() - 1)) : place.ended();
        ChangePage page = new ChangePage(
                taken.stream().map(this::change).toList(), next, place.listing(), !more && !place.listing(), now);
        crm.mishaps().end(Call.CHANGES);
        return page;
    }

    /** All records; those that became another come first, so that they never follow it. */
    private NavigableMap<String, FakeRecords.Row> listed() {
        NavigableMap<String, FakeRecords.Row> sorted = new TreeMap<>();
        crm.rows().all().stream().filter(r -> !r.deleted).forEach(r -> sorted.put(listKey(r), r));
        return sorted;
    }

    private NavigableMap<String, FakeRecords.Row> changed(Place place, Instant now) {
        Instant since = place.since().minus(crm.habits().overlap());
        NavigableMap<String, FakeRecords.Row> sorted = new TreeMap<>();
        crm.rows().all().stream()
                .filter(r -> !r.visibleAt.isAfter(now) && !r.stamp.isBefore(since))
                .forEach(r -> sorted.put(changeKey(r), r));
        return sorted;
    }

    private Change change(FakeRecords.Row row) {
        if (row.deleted) {
            return new Change.Gone(row.ref);
        }
        if (row.became.isPresent()) {
            return new Change.Became(row.ref, row.became.orElseThrow());
        }
        return new Change.Changed(
                row.ref, row.stamp, crm.habits().feedHoldsRecords() ? Optional.of(crm.told(row)) : Optional.empty());
    }

    private static String listKey(FakeRecords.Row row) {
        return (row.became.isPresent() ? "0 " : "1 ") + name(row.ref);
    }

    private static String changeKey(FakeRecords.Row row) {
        return String.format("%015d ", row.stamp.toEpochMilli()) + (row.live() ? "1 " : "0 ") + name(row.ref);
    }

    private static String name(RecordRef ref) {
        return ref.type() + " " + ref.id();
    }

    /** What a cursor says. */
    private record Place(boolean listing, Instant since, Instant began, String last) {

        static Place of(Cursor cursor, Instant now) {
            if (cursor.equals(Cursor.START)) {
                return new Place(true, now, now, "");
            }
            String[] parts = cursor.text().split("\\|", -1);
            return new Place(
                    parts[0].equals("list"),
                    Instant.parse(parts[1]),
                    parts[2].isEmpty() ? now : Instant.parse(parts[2]),
                    parts[3]);
        }

        Cursor after(FakeRecords.Row row) {
            String key = listing ? listKey(row) : changeKey(row);
            return new Cursor((listing ? "list|" : "since|") + since + "|" + began + "|" + key);
        }

        /** The next reading begins where this one began, not where it ended: meanwhile something may have changed. */
        Cursor ended() {
            return new Cursor("since|" + began + "||");
        }
    }
}
