package io.smarketing.core.commitment;

import io.smarketing.core.commitment.CommitmentBook.Breach;
import io.smarketing.core.commitment.Reckoning.Owners;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.terms.Commitment;
import io.smarketing.core.sla.terms.Every;
import io.smarketing.core.sla.terms.Period;
import io.smarketing.core.sla.terms.Segment;
import io.smarketing.core.sla.terms.Side;
import io.smarketing.core.sla.terms.Target;
import io.smarketing.core.sla.terms.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What one side promised, version by version of the agreement, for each period.
 *
 * @param isBinding false if nothing comes of it: it is only told
 */
record Duty(Terms terms, Side side, String name, Every every, BusinessHours hours, boolean isBinding, Measure measure) {

    /** How far it has been done. */
    interface Measure {

        /** In so much of a period. */
        Score score(Period period, Instant until);

        /**
         * What that is made up of.
         *
         * @param before until then in the period before
         */
        List<Part> parts(Period period, Instant until, Instant before);

        /** The broken promises in it; a promise of leads has none. */
        default List<Breach> breaches(Period period, Instant until) {
            return List.of();
        }
    }

    /** All that one version says. */
    static List<Duty> of(Terms terms, CommitmentBook book, Owners owners) {
        List<Duty> duties = new ArrayList<>();
        for (Commitment c : terms.commitments().marketing()) {
            duties.add(
                    new Duty(terms, Side.MARKETING, c.name(), c.every(), c.hours(), true, new LeadsDelivered(c, book)));
        }
        for (Segment segment : terms.segments()) {
            Every every = segment.target().map(Target::every).orElse(Every.MONTH);
            for (Promise promise : segment.promises()) {
                duties.add(new Duty(
                        terms,
                        Side.SALES,
                        segment.name() + " / " + promise.name(),
                        every,
                        promise.hours(),
                        segment.target().isPresent(),
                        new PromisesKept(
                                segment,
                                promise,
                                book,
                                owners,
                                terms.commitments().owner(Side.SALES))));
            }
        }
        return duties;
    }

    ZoneId zone() {
        return hours.zone();
    }

    /** As far as it has come, and no further than the period's end. */
    Account at(Period period, Instant now) {
        Instant end = period.to(zone());
        Instant until = now.isBefore(end) ? now : end;
        double over = over(period, until);
        List<Part> parts = measure.parts(period, until, asFar(period.plus(-1), over));
        boolean judged = end.isAfter(terms.accepted());
        return new Account(goal(period), isBinding, judged, measure.score(period, until), over, parts);
    }

    Verdict verdict(Period period) {
        Instant end = period.to(zone());
        Account account = at(period, end);
        List<Breach> breaches = account.score().isKept() ? List.of() : measure.breaches(period, end);
        return new Verdict(
                account.goal(), terms.commitments().owner(side), account.score(), account.parts(), end, breaches);
    }

    private Goal goal(Period period) {
        return new Goal(side, name, period, terms.version());
    }

    private Duration working(Period period) {
        return hours.between(period.from(zone()), period.to(zone()));
    }

    private double over(Period period, Instant until) {
        if (!until.isBefore(period.to(zone()))) {
            return 1;
        }
        long all = working(period).toSeconds();
        // a period in which nobody works is over when it ends; and it is over only then
        return all == 0
                ? 0
                : Math.min(
                        0.9999,
                        (double) hours.between(period.from(zone()), until).toSeconds() / all);
    }

    /** The moment of a period at which that part of it was over. */
    private Instant asFar(Period period, double over) {
        Instant end = period.to(zone());
        Duration part = Duration.ofSeconds(Math.round(working(period).toSeconds() * over));
        return over >= 1
                ? end
                : hours.due(period.from(zone()), part).filter(end::isAfter).orElse(end);
    }
}
