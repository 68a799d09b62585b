package io.smarketing.hubspot.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Cursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    private static final String ONE = "2026-11-22T11:01:00Z";
    private static final String TWO = "2026-11-22T11:02:00Z";
    private static final String THREE = "2026-11-22T11:03:00Z";

    private static String filled(String cursor) {
        return cursor.replace("ONE", ONE).replace("TWO", TWO).replace("THREE", THREE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list ONE 17",
                "window ONE TWO",
                "window ONE TWO ONE TWO 17",
                "counted ONE TWO 300 ONE TWO",
                "counted ONE TWO 300 ONE TWO TWO THREE 17 4",
                "archive ONE TWO THREE 300",
                "archive ONE TWO THREE 300 THREE 17"
            })
    void aCursorIsThePlaceThatWroteIt(String cursor) {
        assertThat(Place.of(new Cursor(filled(cursor))).cursor().text()).isEqualTo(filled(cursor));
    }

    @ParameterizedTest
    @CsvSource({
        "window ONE, window ONE ONE",
        "window ONE TWO 17, window ONE ONE",
        "counted ONE 300 TWO THREE, counted ONE ONE 300 TWO THREE",
        "counted ONE 300 TWO THREE THREE 17 4, counted ONE ONE 300 TWO THREE",
        "archive ONE TWO 300, archive ONE ONE TWO 300",
        "archive ONE TWO 300 THREE 17, archive ONE ONE TWO 300"
    })
    void aCursorOfTheFormBeforeIsTakenUpWhereItsWindowOrWalkBegan(String before, String now) {
        assertThat(Place.of(new Cursor(filled(before))).cursor().text()).isEqualTo(filled(now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"window", "window today", "archive ONE TWO many", "elsewhere ONE"})
    void whatIsNoneOfOursIsRefused(String cursor) {
        assertThatThrownBy(() -> Place.of(new Cursor(filled(cursor)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingReadYetIsTheStartOfTheListing() {
        assertThat(Place.of(Cursor.START)).isInstanceOf(Place.Listing.class);
    }
}
