package io.smarketing.testkit.crm;

import java.time.Duration;

/**
 * How a fake CRM behaves where real ones differ.
 *
 * @param feedHoldsRecords the feed's row is the record
 * @param answersValues a write's answer holds the values and the stamp
 * @param tellsAuthor records tell who last modified them
 * @param keepsHistory fields have a history
 * @param uniqueEmail no two live records share an address
 * @param grain stamps are cut to whole units of this
 * @param overlap how far before the last read an increment looks again
 * @param page most changes in a page
 */
public record FakeHabits(
        boolean feedHoldsRecords,
        boolean answersValues,
        boolean tellsAuthor,
        boolean keepsHistory,
        boolean uniqueEmail,
        Duration grain,
        Duration overlap,
        int page) {

    /** References in the feed, values in answers, history, one record per address, milliseconds. */
    public static final FakeHabits THRIFTY =
            new FakeHabits(false, true, false, true, true, Duration.ofMillis(1), Duration.ofMinutes(10), 1_000);

    /** Records in the feed, no values in answers, authors, no history, whole seconds. */
    public static final FakeHabits TALKATIVE =
            new FakeHabits(true, false, true, false, false, Duration.ofSeconds(1), Duration.ofMinutes(10), 1_000);

    /** The same with pages of that many. */
    public FakeHabits withPage(int most) {
        return new FakeHabits(
                feedHoldsRecords, answersValues, tellsAuthor, keepsHistory, uniqueEmail, grain, overlap, most);
    }
}
