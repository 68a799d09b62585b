package io.smarketing.salesforce.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.salesforce.feed.Place.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private static final Instant BEGAN = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aCursorTellsItsPlace() {
        Place place = new Place(
                Turn.OTHERS,
                Map.of(
                        Source.LEAD, Position.since(BEGAN),
                        Source.CONTACT,
                                Position.START
                                        .after("003000000000001AAA", BEGAN, BEGAN)
                                        .by("750000000000001AAA:x")),
                Optional.of(BEGAN));

        assertThat(Place.of(place.cursor())).isEqualTo(place);
        assertThat(Place.of(Cursor.START)).isEqualTo(new Place(Turn.ALL, Map.of(), Optional.empty()));
    }

    @Test
    void aForeignCursorIsRefused() {
        assertThatThrownBy(() -> Place.of(new Cursor("{\"after\":\"7\"}"))).isInstanceOf(CrmException.class);
        assertThatThrownBy(() -> Place.of(new Cursor("7;8"))).isInstanceOf(CrmException.class);
    }

    @Test
    void aListingGoesOnById() {
        assertThat(Position.START.tail(Source.LEAD, Optional.empty())).isEqualTo(" ORDER BY Id LIMIT 2000");
        assertThat(Position.START.after("00Q000000000001EAA", BEGAN, BEGAN).tail(Source.LEAD, Optional.empty()))
                .isEqualTo("WHERE Id > '00Q000000000001EAA' ORDER BY Id LIMIT 2000");
    }

    @Test
    void aSweepStartsAMinuteBeforeTheOneBeforeBegan() {
        Instant secondPage = BEGAN.plusSeconds(30);
        Position afterTwoPages =
                Position.START.after("00Q000000000001EAA", BEGAN, BEGAN).swept(secondPage);

        assertThat(afterTwoPages.at(BEGAN.plusSeconds(60)).tail(Source.LEAD, Optional.empty()))
                .isEqualTo("WHERE SystemModstamp >= 2026-11-22T09:59:00Z ORDER BY SystemModstamp, Id LIMIT 2000");
    }

    @Test
    void aDateThatALoadMaySetBackDoesNotCount() {
        Position position = Position.since(BEGAN);

        for (Source source : List.of(Source.LEAD, Source.CONTACT)) {
            assertThat(position.at(BEGAN.plusSeconds(60)).tail(source, Optional.empty()))
                    .contains("SystemModstamp >= ", "ORDER BY SystemModstamp")
                    .doesNotContain("LastModifiedDate", "CreatedDate");
        }
    }

    @Test
    void fiveMinutesAfterAFarLookASweepStartsTenMinutesBeforeThat() {
        Position far = Position.since(BEGAN).at(BEGAN.plusSeconds(60)).swept(BEGAN.plusSeconds(60));
        Position sweep = far.at(BEGAN.plusSeconds(300));

        assertThat(sweep.tail(Source.LEAD, Optional.empty()))
                .isEqualTo("WHERE SystemModstamp >= 2026-11-22T09:50:00Z ORDER BY SystemModstamp, Id LIMIT 2000");
        assertThat(sweep.swept(BEGAN.plusSeconds(300))).isEqualTo(Position.since(BEGAN.plusSeconds(300)));
    }

    @Test
    void aSweepLosesNoRowOfEqualStamps() {
        Position at = new Position(Optional.of(BEGAN), "", Optional.empty(), Optional.empty(), "");

        assertThat(at.after("00Q000000000009EAA", BEGAN.plusSeconds(5), BEGAN.plusSeconds(60))
                        .tail(Source.LEAD, Optional.empty()))
                .isEqualTo("WHERE (SystemModstamp = 2026-11-22T10:00:05Z AND Id > '00Q000000000009EAA')"
                        + " OR SystemModstamp > 2026-11-22T10:00:05Z ORDER BY SystemModstamp, Id LIMIT 2000");
    }

    @Test
    void meetingsThatBeginAreAskedForByTheirStartUpToNow() {
        Position at = new Position(Optional.of(BEGAN), "00U000000000009EAA", Optional.of(BEGAN), Optional.empty(), "");

        assertThat(at.tail(Source.MEETING, Optional.of(BEGAN.plusSeconds(5))))
                .isEqualTo("WHERE ((StartDateTime = 2026-11-22T10:00:00Z AND Id > '00U000000000009EAA')"
                        + " OR StartDateTime > 2026-11-22T10:00:00Z) AND StartDateTime <= 2026-11-22T10:00:05Z"
                        + " ORDER BY StartDateTime, Id LIMIT 1000");
    }

    @Test
    void aSourceWithoutAPositionIsReadFromTheEarliestOfTheOthers() {
        Position late = Position.since(BEGAN);
        Position early = Position.since(BEGAN.minusSeconds(60));
        Place place = new Place(Turn.ALL, Map.of(Source.LEAD, late, Source.CONTACT, early), Optional.empty());

        assertThat(place.complete(Set.of(Source.LEAD, Source.CONTACT, Source.TASK))
                        .positions())
                .isEqualTo(Map.of(Source.LEAD, late, Source.CONTACT, early, Source.TASK, early));
    }
}
