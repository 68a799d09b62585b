package io.smarketing.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.merge.MergePolicy.Conflict;
import io.smarketing.core.merge.MergePolicy.FirstMeeting;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MergeTest {
    private static final CrmId A = new CrmId("a");
    private static final CrmId B = new CrmId("b");
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final String NONE = "none";

    /** A field in both CRMs, as words: a half of {@code none} is no half. */
    record State(String a, String halfA, String b, String halfB) {}

    private static MergePolicy policy(Conflict conflict, boolean blanks, FirstMeeting first) {
        return new MergePolicy(Optional.empty(), conflict, A, blanks, first, false);
    }

    private static FieldSide side(CrmId crm, String now, String half, String others, boolean required) {
        Optional<Half> base = half.equals(NONE) ? Optional.empty() : Optional.of(half(half));
        FieldValue value = FieldValue.of(now);
        return new FieldSide(crm, value, value, base, Optional.of(FieldValue.of(others)), required);
    }

    private static Half half(String text) {
        return Half.settled(FieldValue.of(text), "1");
    }

    private static FieldMerge merge(MergePolicy policy, State s, Optional<CrmId> newer) {
        return new Merge(policy, "1", AT)
                .settle(side(A, s.a, s.halfA, s.b, false), side(B, s.b, s.halfB, s.a, false), newer);
    }

    private static String written(FieldMerge merged) {
        return merged.write().map(w -> w.to() + "=" + w.value().text()).orElse("-");
    }

    @ParameterizedTest
    @CsvSource({
        "x, x, x, x, UNTOUCHED -",
        "y, x, x, x, CARRIED b=y",
        "x, x, y, x, CARRIED a=y",
        "'', x, x, x, CARRIED b=",
        "y, x, y, x, EQUAL -",
        "y, x, z, x, CONFLICT b=y",
        "'', x, z, x, CONFLICT b=",
        "x, x, y, y, UNTOUCHED -",
        "x, none, x, none, EQUAL -",
        "x, none, '', none, CARRIED b=x",
        "'', none, y, none, CARRIED a=y",
        "x, none, y, none, LEFT_DIFFERENT -",
        "x, x, y, none, CARRIED a=y",
        "x, x, '', none, CARRIED b=x",
        "z, x, '', none, CARRIED b=z",
        "z, x, y, none, CONFLICT b=z"
    })
    void eachSideIsHeldAgainstItsOwnHalf(String a, String halfA, String b, String halfB, String outcome) {
        FieldMerge merged = merge(
                policy(Conflict.PREFER, true, FirstMeeting.LEAVE), new State(a, halfA, b, halfB), Optional.empty());
        assertThat(merged.verdict() + " " + written(merged)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "NEWEST, b, y, z, a=z",
        "NEWEST, a, y, z, b=y",
        "NEWEST, '', y, z, b=y",
        "PREFER, b, y, z, b=y",
        "PREFER_UNLESS_BLANK, b, y, z, b=y",
        "PREFER_UNLESS_BLANK, b, '', z, a=z",
        "PREFER, b, '', z, b="
    })
    void aConflictIsDecidedByThePolicy(Conflict conflict, String newer, String a, String b, String written) {
        Optional<CrmId> later = newer == null || newer.isEmpty() ? Optional.empty() : Optional.of(new CrmId(newer));
        FieldMerge merged = merge(policy(conflict, true, FirstMeeting.LEAVE), new State(a, "x", b, "x"), later);
        assertThat(written(merged)).isEqualTo(written);
        assertThat(merged.verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(merged.halves()).as("halves move on the answer only").isEmpty();
    }

    @Test
    void whatHasNoCounterpartOnTheOtherSideIsLeftAtTheFirstMeeting() {
        FieldSide known = new FieldSide(
                A,
                new FieldValue("7"),
                new FieldValue("rep"),
                Optional.empty(),
                Optional.of(new FieldValue("8")),
                false);
        FieldSide stranger = new FieldSide(
                B, new FieldValue("u"), new FieldValue("admin"), Optional.empty(), Optional.empty(), false);
        FieldMerge merged = new Merge(policy(Conflict.NEWEST, true, FirstMeeting.NEWEST), "1", AT)
                .settle(known, stranger, Optional.of(A));
        assertThat(merged.verdict()).isEqualTo(Verdict.LEFT_DIFFERENT);
        assertThat(merged.write()).isEmpty();
    }

    @Test
    void aBlankThatMayNotOverwriteMovesItsOwnHalfAndWritesNothing() {
        FieldMerge merged = merge(
                policy(Conflict.PREFER, false, FirstMeeting.LEAVE), new State("", "x", "x", "x"), Optional.empty());
        assertThat(merged.verdict()).isEqualTo(Verdict.BLANK_KEPT);
        assertThat(merged.halves()).containsEntry(A, half("")).containsEntry(B, half("x"));
    }

    @Test
    void aBlankThatMayNotOverwriteLosesAConflict() {
        FieldMerge merged = merge(
                policy(Conflict.PREFER, false, FirstMeeting.LEAVE), new State("", "x", "y", "x"), Optional.empty());
        assertThat(written(merged)).isEqualTo("a=y");
    }

    @Test
    void aRequiredFieldIsNotEmptied() {
        FieldMerge merged = new Merge(policy(Conflict.PREFER, true, FirstMeeting.LEAVE), "1", AT)
                .settle(side(A, "", "x", "x", false), side(B, "x", "x", "", true), Optional.empty());
        assertThat(merged.write()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LEAVE, b, -", "FAVOURED, b, b=x", "NEWEST, b, a=y", "NEWEST, '', b=x"})
    void aFirstMeetingOfTwoValues(FirstMeeting first, String newer, String written) {
        Optional<CrmId> later = newer == null || newer.isEmpty() ? Optional.empty() : Optional.of(new CrmId(newer));
        FieldMerge merged = merge(policy(Conflict.PREFER, true, first), new State("x", NONE, "y", NONE), later);
        assertThat(written(merged)).isEqualTo(written);
    }

    @Test
    void aOneWayFieldDriftsOrIsWrittenAgain() {
        State drifted = new State("x", "x", "y", "x");
        for (boolean enforce : new boolean[] {false, true}) {
            MergePolicy policy = new MergePolicy(Optional.of(A), Conflict.NEWEST, A, true, FirstMeeting.LEAVE, enforce);
            FieldMerge merged = merge(policy, drifted, Optional.of(B));
            assertThat(merged.verdict()).isEqualTo(Verdict.DRIFT);
            assertThat(written(merged)).isEqualTo(enforce ? "b=x" : "-");
        }
    }

    @Test
    void enforcingWritesNoBlankIntoARequiredField() {
        MergePolicy policy = new MergePolicy(Optional.of(A), Conflict.NEWEST, A, true, FirstMeeting.LEAVE, true);
        FieldMerge merged = new Merge(policy, "1", AT)
                .settle(side(A, "", "", "y", false), side(B, "y", "x", "", true), Optional.empty());
        assertThat(merged.write()).isEmpty();
    }

    @Test
    void aStandInIsBlankUntilItIsEdited() {
        Half standIn = new Half(FieldValue.of("?"), false, true, "1", Optional.empty());
        FieldSide b = new FieldSide(
                B, FieldValue.of("?"), FieldValue.BLANK, Optional.of(standIn), Optional.of(FieldValue.BLANK), true);
        FieldMerge merged = new Merge(policy(Conflict.PREFER, true, FirstMeeting.LEAVE), "1", AT)
                .settle(side(A, "", "", "", false), b, Optional.empty());
        assertThat(merged.write()).isEmpty();
        assertThat(merged.halves().get(B).standIn()).isTrue();
    }

    @Test
    void theSamePairBouncesThreeTimesAndAThirdValueLiftsIt() {
        Optional<Bounce> bounce = Optional.empty();
        for (int i = 1; i <= 3; i++) {
            bounce = Bounces.next(bounce, FieldValue.of("theirs"), FieldValue.of("ours"), AT.plusSeconds(i));
            assertThat(bounce).map(Bounce::count).contains(i);
        }
        assertThat(Bounces.next(bounce, FieldValue.of("theirs"), FieldValue.of("ours"), AT))
                .isEmpty();
        assertThat(Bounces.next(bounce, FieldValue.of("theirs"), FieldValue.of("third"), AT))
                .map(Bounce::count)
                .contains(1);
        assertThat(Bounces.next(bounce, FieldValue.of("theirs"), FieldValue.of("ours"), AT.plusSeconds(86_402)))
                .map(Bounce::count)
                .contains(1);
        assertThat(bounce.orElseThrow().pair()).doesNotContain("ours");
    }

    @Test
    void whatBouncesMovesNothing() {
        Bounce third = Bounces.next(Optional.empty(), FieldValue.of("y"), FieldValue.of("x"), AT)
                .map(b -> new Bounce(3, b.pair(), b.since()))
                .orElseThrow();
        Half half = new Half(FieldValue.of("y"), false, false, "1", Optional.of(third));
        FieldSide b = new FieldSide(
                B, FieldValue.of("y"), FieldValue.of("y"), Optional.of(half), Optional.of(FieldValue.of("x")), false);
        FieldMerge merged = new Merge(policy(Conflict.PREFER, true, FirstMeeting.LEAVE), "1", AT)
                .settle(side(A, "x", "y", "y", false), b, Optional.empty());
        assertThat(merged.verdict()).isEqualTo(Verdict.BOUNCING);
        assertThat(merged.halves()).isEmpty();
        assertThat(merged.write()).isEmpty();
    }

    @Property(tries = 2000)
    void mergingAgainAfterTheAnswerWritesNothing(
            @ForAll("states") State state, @ForAll("policies") MergePolicy policy, @ForAll boolean aIsNewer) {
        Optional<CrmId> newer = Optional.of(aIsNewer ? A : B);
        FieldMerge first = merge(policy, state, newer);
        if (first.verdict() == Verdict.EQUAL && state.a().equals(state.b())) {
            assertThat(first.write()).isEmpty();
        }
        FieldMerge second = merge(policy, after(state, first), newer);
        assertThat(second.write()).isEmpty();
        assertThat(second.verdict()).isEqualTo(Verdict.UNTOUCHED);
    }

    /** What both CRMs and the book hold once the write is answered. */
    private static State after(State before, FieldMerge merged) {
        Map<CrmId, Half> halves = new LinkedHashMap<>(merged.halves());
        String a = before.a();
        String b = before.b();
        if (merged.write().isPresent()) {
            FieldMerge.Write write = merged.write().get();
            halves.putAll(write.onWritten());
            a = write.to().equals(A) ? write.value().text() : a;
            b = write.to().equals(B) ? write.value().text() : b;
        }
        return new State(a, text(halves, A, before.halfA()), b, text(halves, B, before.halfB()));
    }

    private static String text(Map<CrmId, Half> halves, CrmId crm, String before) {
        return halves.containsKey(crm) ? halves.get(crm).value().text() : before;
    }

    @Property(tries = 1000)
    void itIsTheSameWhicheverSideIsNamedFirst(@ForAll("states") State s, @ForAll("policies") MergePolicy policy) {
        Merge merge = new Merge(policy, "1", AT);
        FieldSide a = side(A, s.a, s.halfA, s.b, false);
        FieldSide b = side(B, s.b, s.halfB, s.a, false);
        assertThat(merge.settle(a, b, Optional.empty())).isEqualTo(merge.settle(b, a, Optional.empty()));
        assertThat(merge.asksWhoWasLater(a, b)).isEqualTo(merge.asksWhoWasLater(b, a));
    }

    @Property(tries = 1000)
    void whoWasLaterIsAskedOnlyWhereItDecides(@ForAll("states") State s, @ForAll("policies") MergePolicy policy) {
        boolean decides = !merge(policy, s, Optional.of(A)).equals(merge(policy, s, Optional.of(B)));
        boolean asks = new Merge(policy, "1", AT)
                .asksWhoWasLater(side(A, s.a, s.halfA, s.b, false), side(B, s.b, s.halfB, s.a, false));
        assertThat(asks || !decides).isTrue();
    }

    @Property(tries = 1000)
    void aOneWayFieldIsNeverWrittenToItsSource(@ForAll("states") State s, @ForAll("policies") MergePolicy policy) {
        merge(policy, s, Optional.empty())
                .write()
                .ifPresent(w -> assertThat(policy.source()).isNotEqualTo(Optional.of(w.to())));
    }

    @Provide
    Arbitrary<State> states() {
        Arbitrary<String> value = Arbitraries.of("", "x", "y", "z");
        Arbitrary<String> half = Arbitraries.of("", "x", "y", "z", NONE);
        return Combinators.combine(value, half, value, half).as(State::new);
    }

    @Provide
    Arbitrary<MergePolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(Optional.<CrmId>empty(), Optional.of(A), Optional.of(B)),
                        Arbitraries.of(Conflict.class),
                        Arbitraries.of(A, B),
                        Arbitraries.of(true, false),
                        Arbitraries.of(FirstMeeting.class),
                        Arbitraries.of(true, false))
                .as(MergePolicy::new);
    }
}
