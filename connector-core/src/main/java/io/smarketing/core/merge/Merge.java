package io.smarketing.core.merge;

import static io.smarketing.core.merge.Verdict.BLANK_KEPT;
import static io.smarketing.core.merge.Verdict.BOUNCING;
import static io.smarketing.core.merge.Verdict.CARRIED;
import static io.smarketing.core.merge.Verdict.CONFLICT;
import static io.smarketing.core.merge.Verdict.DRIFT;
import static io.smarketing.core.merge.Verdict.EQUAL;
import static io.smarketing.core.merge.Verdict.LEFT_DIFFERENT;
import static io.smarketing.core.merge.Verdict.UNTOUCHED;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.merge.FieldMerge.Write;
import io.smarketing.core.merge.MergePolicy.Conflict;
import io.smarketing.core.merge.MergePolicy.FirstMeeting;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The three-way merge of one field: each side is held against its own half of the base, so that lost, repeated and
 * reordered events cannot hurt and an echo needs no filter.
 *
 * @param policy who owns the field
 * @param mapping fingerprint of the field's mapping, borne by the halves
 * @param at the CRM's time of the read, for counting bounces
 */
public record Merge(MergePolicy policy, String mapping, Instant at) {

    /** True if both sides have changed to different values and {@code newer} of {@link #settle} decides. */
    public boolean asksWhoWasLater(FieldSide a, FieldSide b) {
        if (equal(a, b)) {
            return false;
        }
        return a.half().isEmpty() && b.half().isEmpty()
                ? policy.onFirstSync() == FirstMeeting.NEWEST
                        && !a.neutral().isBlank()
                        && !b.neutral().isBlank()
                : policy.source().isEmpty() && policy.conflict() == Conflict.NEWEST && counts(a) && counts(b);
    }

    /** @param newer the side that was edited later, where that is known */
    public FieldMerge settle(FieldSide a, FieldSide b, Optional<CrmId> newer) {
        if (equal(a, b)) {
            return new FieldMerge(isBase(a) && isBase(b) ? UNTOUCHED : EQUAL, asRead(a, b), Optional.empty());
        }
        if (a.half().isEmpty() && b.half().isEmpty()) {
            return firstMeeting(a, b, newer);
        }
        boolean aCounts = counts(a);
        boolean bCounts = counts(b);
        if (aCounts && bCounts) {
            return conflict(a, b, newer);
        }
        if (aCounts) {
            return edited(a, b);
        }
        if (bCounts) {
            return edited(b, a);
        }
        return a.half().isPresent() && b.half().isPresent() ? FieldMerge.of(UNTOUCHED, asRead(a, b)) : refill(a, b);
    }

    private static boolean equal(FieldSide a, FieldSide b) {
        return a.neutral().equals(b.neutral()) || a.wouldStay() || b.wouldStay();
    }

    /** A value counts as an edit if it left its own half, or if a record that became another brought one along. */
    private static boolean counts(FieldSide side) {
        return side.half().isPresent() ? side.changed() : !side.neutral().isBlank();
    }

    private static boolean isBase(FieldSide side) {
        return side.half().isPresent() && !side.changed() && !side.half().get().pending();
    }

    /** One side has no half and is blank ("never told"), the other is as it was: fill the blank. */
    private FieldMerge refill(FieldSide a, FieldSide b) {
        return a.half().isEmpty() ? edited(b, a) : edited(a, b);
    }

    private FieldMerge firstMeeting(FieldSide a, FieldSide b, Optional<CrmId> newer) {
        if (a.neutral().isBlank()) {
            return fillOrLeave(b, a);
        }
        if (b.neutral().isBlank()) {
            return fillOrLeave(a, b);
        }
        FieldSide favoured = side(policy.favoured(), a, b);
        FieldSide winner = switch (policy.onFirstSync()) {
            case LEAVE -> a;
            case FAVOURED -> favoured;
            case NEWEST -> newer.map(c -> side(c, a, b)).orElse(favoured);
        };
        FieldSide loser = other(winner, a, b);
        boolean leave = policy.onFirstSync() == FirstMeeting.LEAVE
                || !policy.carriesFrom(winner.crm())
                || loser.incoming().isEmpty();
        return leave ? FieldMerge.of(LEFT_DIFFERENT, asRead(a, b)) : carry(winner, loser, CARRIED);
    }

    private FieldMerge fillOrLeave(FieldSide from, FieldSide to) {
        boolean may = policy.carriesFrom(from.crm()) && to.incoming().isPresent();
        return may ? carry(from, to, CARRIED) : FieldMerge.of(EQUAL, asRead(from, to));
    }

    /** Only {@code from} has news. */
    private FieldMerge edited(FieldSide from, FieldSide to) {
        if (policy.carriesFrom(from.crm()) && to.incoming().isPresent()) {
            return mayOverwrite(from, to) ? carry(from, to, CARRIED) : FieldMerge.of(BLANK_KEPT, asRead(from, to));
        }
        boolean again = policy.enforce()
                && policy.carriesFrom(to.crm())
                && from.incoming().isPresent()
                && mayOverwrite(to, from);
        return again ? carry(to, from, DRIFT) : FieldMerge.of(DRIFT, asRead(from, to));
    }

    private FieldMerge conflict(FieldSide a, FieldSide b, Optional<CrmId> newer) {
        FieldSide winner = winner(a, b, newer);
        FieldSide loser = other(winner, a, b);
        boolean possible = loser.incoming().isPresent() && mayOverwrite(winner, loser);
        if (possible) {
            return carry(winner, loser, CONFLICT);
        }
        return edited(loser, winner);
    }

    private FieldSide winner(FieldSide a, FieldSide b, Optional<CrmId> newer) {
        if (policy.source().isPresent()) {
            return side(policy.source().get(), a, b);
        }
        FieldSide favoured = side(policy.favoured(), a, b);
        if (policy.conflict() == Conflict.NEWEST) {
            return newer.map(c -> side(c, a, b)).orElse(favoured);
        }
        boolean yields = policy.conflict() == Conflict.PREFER_UNLESS_BLANK
                && favoured.neutral().isBlank();
        return yields ? other(favoured, a, b) : favoured;
    }

    private boolean mayOverwrite(FieldSide from, FieldSide to) {
        return !from.neutral().isBlank() || policy.blankOverwrites() && !to.required();
    }

    private FieldMerge carry(FieldSide from, FieldSide to, Verdict verdict) {
        var value = to.incoming().orElseThrow();
        Optional<Bounce> bounce = Bounces.next(to.half().flatMap(Half::bounce), to.now(), value, at);
        if (bounce.isEmpty()) {
            return FieldMerge.of(BOUNCING, Map.of());
        }
        Half sent = new Half(value, true, false, mapping, bounce);
        Map<CrmId, Half> onWritten = Map.of(to.crm(), sent, from.crm(), from.asRead(mapping));
        return new FieldMerge(verdict, Map.of(), Optional.of(new Write(to.crm(), value, onWritten)));
    }

    private Map<CrmId, Half> asRead(FieldSide a, FieldSide b) {
        return Map.of(a.crm(), a.asRead(mapping), b.crm(), b.asRead(mapping));
    }

    private static FieldSide side(CrmId crm, FieldSide a, FieldSide b) {
        return a.crm().equals(crm) ? a : b;
    }

    private static FieldSide other(FieldSide one, FieldSide a, FieldSide b) {
        return one == a ? b : a;
    }
}
