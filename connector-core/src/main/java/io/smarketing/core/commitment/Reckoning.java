package io.smarketing.core.commitment;

import io.smarketing.core.person.PersonId;
import io.smarketing.core.sla.terms.Period;
import io.smarketing.core.sla.terms.Terms;
import io.smarketing.core.sla.terms.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reckons from the book how goals stand, and what periods came to that are over. */
public final class Reckoning {

    private final Versions versions;
    private final CommitmentBook book;
    private final List<Duty> duties;

    /** Tells who owns leads, as far as that is known. */
    @FunctionalInterface
    public interface Owners {

        /** Nobody is asked. */
        Owners UNKNOWN = people -> Map.of();

        Map<PersonId, String> of(Collection<PersonId> people);
    }

    public Reckoning(Versions versions, CommitmentBook book, Owners owners) {
        this.versions = versions;
        this.book = book;
        this.duties = versions.all().stream()
                .flatMap(terms -> Duty.of(terms, book, owners).stream())
                .toList();
    }

    /** The goals of the periods that are running. */
    public List<Account> running(Instant now) {
        return duties.stream()
                .flatMap(d -> account(d, Period.of(d.every(), now, d.zone()), now).stream())
                .toList();
    }

    /** The goals of a period. */
    public List<Account> of(Period period, Instant now) {
        return duties.stream()
                .filter(d -> d.every() == period.every())
                .flatMap(d -> account(d, period, now).stream())
                .toList();
    }

    private Optional<Account> account(Duty duty, Period period, Instant now) {
        return isJudgedBy(duty.terms(), period) ? Optional.of(duty.at(period, now)) : Optional.empty();
    }

    private boolean isJudgedBy(Terms terms, Period period) {
        return versions.of(period).filter(terms::equals).isPresent();
    }

    /**
     * What the periods came to that are over and were not judged. Those that were over before an agreement was read
     * are not judged by it.
     *
     * @param upTo all that happened until then is known
     */
    public List<Verdict> over(Instant upTo) {
        List<Goal> judged = book.lastJudged();
        List<Verdict> verdicts = new ArrayList<>();
        for (Duty duty : duties) {
            if (duty.isBinding()) {
                Period period = first(duty, judged);
                for (; !period.to(duty.zone()).isAfter(upTo); period = period.plus(1)) {
                    if (isJudgedBy(duty.terms(), period)) {
                        verdicts.add(duty.verdict(period));
                    }
                }
            }
        }
        return verdicts;
    }

    private static Period first(Duty duty, List<Goal> judged) {
        Period known = Period.of(
                duty.every(), later(duty.terms().effective(), duty.terms().accepted()), duty.zone());
        return judged.stream()
                .filter(g -> g.side() == duty.side() && g.name().equals(duty.name()))
                .map(Goal::period)
                .filter(p -> p.every() == duty.every())
                .map(p -> p.plus(1))
                .max(Comparator.naturalOrder())
                .filter(p -> p.compareTo(known) > 0)
                .orElse(known);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
