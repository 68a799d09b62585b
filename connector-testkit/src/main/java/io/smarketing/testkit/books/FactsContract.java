package io.smarketing.testkit.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.sync.Bookmark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a store must keep beside people and waves: bookmarks, the adopted mapping, the use of calls. */
public interface FactsContract {

    StoreLab lab();

    @Test
    default void aBookmarkStandsWhereItWasMovedAlsoAfterARestart() {
        Bookmark full = new Bookmark(
                Samples.RIGHT,
                new Cursor("a|b"),
                true,
                new Cursor("c"),
                false,
                Optional.empty(),
                Optional.of(Samples.AT),
                Optional.of(Samples.AT.plusMillis(3)));
        Bookmark half = Bookmark.fresh(Samples.LEFT).fromTheStart();
        Bookmark swept = half.passed(page(Samples.HOSTILE.get(0), true)).fromTheStart();
        try (OpenBooks books = lab().open()) {
            assertThat(books.ledger().bookmark(Samples.LEFT)).isEqualTo(Bookmark.fresh(Samples.LEFT));
            assertThat(books.overview().bookmarks()).isEmpty();
            books.ledger().move(full);
            books.ledger().move(half);
        }
        try (OpenBooks books = lab().open()) {
            assertThat(books.ledger().bookmark(Samples.LEFT)).isEqualTo(half);
            assertThat(books.ledger().bookmark(Samples.RIGHT)).isEqualTo(full);
            books.ledger().move(swept);
            assertThat(books.overview().bookmarks()).containsExactly(swept, full);
        }
    }

    private static ChangePage page(String next, boolean caughtUp) {
        return new ChangePage(List.of(), new Cursor(next), true, caughtUp, Samples.AT);
    }

    @Test
    default void aMappingIsAdoptedAsAWhole() {
        FieldName company = FieldName.of("company");
        FieldName phone = FieldName.of("phone 'x'");
        try (OpenBooks books = lab().open()) {
            assertThat(books.ledger().mapping()).isEmpty();
            books.ledger().adopt(Map.of(company, "1", phone, "2"));
            books.ledger().adopt(Map.of(phone, "3"));
        }
        try (OpenBooks books = lab().open()) {
            assertThat(books.ledger().mapping()).isEqualTo(Map.of(phone, "3"));
            books.ledger().adopt(Map.of());
            assertThat(books.ledger().mapping()).isEmpty();
        }
    }

    @Test
    default void theLastKnownUseOfCallsIsKept() {
        QuotaUse told = new QuotaUse(7, OptionalLong.of(0), OptionalLong.of(100_000));
        QuotaUse untold = new QuotaUse(3_000_000_000L, OptionalLong.empty(), OptionalLong.empty());
        try (OpenBooks books = lab().open()) {
            assertThat(books.overview().quotas()).isEmpty();
            books.ledger().quota(Samples.LEFT, untold);
            books.ledger().quota(Samples.RIGHT, untold);
            books.ledger().quota(Samples.RIGHT, told);
        }
        try (OpenBooks books = lab().open()) {
            assertThat(books.overview().quotas()).isEqualTo(Map.of(Samples.LEFT, untold, Samples.RIGHT, told));
        }
    }
}
