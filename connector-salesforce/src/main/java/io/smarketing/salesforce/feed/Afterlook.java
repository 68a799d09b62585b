package io.smarketing.salesforce.feed;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.Reaction;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.salesforce.soap.PartnerApi;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A look, once an hour, through Salesforce's own lists of what was changed and deleted: they hold what no query shows,
 * such as a record that left the recycle bin before anybody asked (docs/adr/0011).
 */
final class Afterlook {

    /** The time between two looks. */
    static final Duration REST = Duration.ofHours(1);

    /** More ids than that are not looked at one by one: queries tell of them, and the sweep of each night. */
    private static final int MOST = 2_000;

    /** How far back the lists of deleted records go, less a little for clocks. */
    private static final Duration KEPT = Duration.ofDays(15).minusHours(1);

    /** After a failure, so that an outage does not hold up each round. */
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final PartnerApi partner;
    private volatile Instant notBefore = Instant.MIN;

    Afterlook(PartnerApi partner) {
        this.partner = partner;
    }

    /**
     * What the lists tell.
     *
     * @param covered from when on the next look is to ask
     */
    record Told(Set<String> updated, Set<String> deleted, Instant covered) {

        Told {
            updated = Set.copyOf(updated);
            deleted = Set.copyOf(deleted);
        }

        /** The ids of both lists. */
        Set<String> all() {
            Set<String> all = new HashSet<>(updated);
            all.addAll(deleted);
            return all;
        }
    }

    /**
     * Looks, if it is time to; reading must go on without these lists. A span of which Salesforce refuses to tell is passed
     * over; where it does not answer, it is asked again later.
     *
     * @param covered where the last look ended
     */
    Optional<Told> since(Instant covered, Instant now, List<RecordType> types) {
        if (now.isBefore(covered.plus(REST)) || now.isBefore(notBefore)) {
            return Optional.empty();
        }
        try {
            return Optional.of(look(covered, types));
        } catch (CrmException e) {
            notBefore = now.plus(AGAIN);
            return e.kind().reaction() == Reaction.RETRY_CALL
                    ? Optional.empty()
                    : Optional.of(new Told(Set.of(), Set.of(), now));
        }
    }

    private Told look(Instant covered, List<RecordType> types) {
        Instant now = partner.serverTime();
        // later, a transaction may be under way of which the lists do not tell yet
        Instant to = now.minus(Position.LATEST_COMMIT).truncatedTo(ChronoUnit.MINUTES);
        Instant from = Gathering.later(covered, now.minus(KEPT)).truncatedTo(ChronoUnit.MINUTES);
        Set<String> updated = new HashSet<>();
        Set<String> deleted = new HashSet<>();
        Instant next = to;
        for (RecordType type : types) {
            PartnerApi.Span changes = partner.updated(type.name(), from, to);
            PartnerApi.Span deletions = partner.deleted(type.name(), from, to);
            updated.addAll(changes.ids());
            deleted.addAll(deletions.ids());
            next = earlier(next, earlier(changes.covered(), deletions.covered()));
        }
        return new Told(unlessMany(updated), unlessMany(deleted), next);
    }

    private static Set<String> unlessMany(Set<String> ids) {
        return ids.size() > MOST ? Set.of() : ids;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
