package io.smarketing.daemon.command.explain;

import io.smarketing.core.handoff.Snapshot;
import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.handoff.Testimony.How;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.person.Person;
import io.smarketing.core.report.Dossier;
import io.smarketing.core.report.Dossier.LineState;
import io.smarketing.core.report.Dossier.Reasons;
import io.smarketing.core.sync.watch.SpeedToLead;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.store.SqliteStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the ledger of handoffs has of one person.
 *
 * @param said what each CRM said of when things happened
 * @param frozen the lead as it was handed over, pass by pass
 * @param evidence what speaks for the stages and detours that the person has come to in this pass
 */
record HandoffStory(SpeedToLead speed, List<Testimony> said, List<Snapshot> frozen, Map<String, Evidence> evidence) {

    /** What speaks for a stage that somebody has come to. */
    enum Evidence {
        /** All its criteria hold. */
        SUPPORTED,
        /** They held when it was reached, and do not any more. */
        STALE,
        /** They do not hold, and it was not by them that it was reached. */
        UNSUPPORTED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static HandoffStory of(Dossier dossier, Configuration configuration, SqliteStore store) {
        Person person = dossier.person();
        String from = configuration.mapping().handoff().map(h -> h.from()).orElse("");
        List<Testimony> said = store.handoffs().said(person.id());
        Map<String, Evidence> evidence = new LinkedHashMap<>();
        dossier.reasons().forEach(r -> evidence(r, person.progress(), said).ifPresent(e -> evidence.put(r.name(), e)));
        return new HandoffStory(
                SpeedToLead.of(person.progress(), from), said, store.handoffs().frozen(person.id()), evidence);
    }

    /** Empty for a stage without criteria, one that was not reached, and where a value is known to the CRMs alone. */
    private static Optional<Evidence> evidence(Reasons reasons, Progress progress, List<Testimony> said) {
        List<LineState> lines = Stream.concat(reasons.criteria().stream(), reasons.gate().stream())
                .toList();
        boolean reached = progress.stamps().containsKey(reasons.name())
                || progress.standing().equals(reasons.name());
        boolean fails = lines.stream().anyMatch(l -> !l.holds().orElse(true));
        boolean known = lines.stream().allMatch(l -> l.holds().isPresent());
        if (!reached || reasons.criteria().isEmpty() || !fails && !known) {
            return Optional.empty();
        }
        boolean byCriteria = said.stream()
                .filter(t -> t.pass() == progress.pass().number() && t.event().equals(reasons.name()))
                .anyMatch(t -> t.how() == How.CRITERIA);
        return Optional.of(!fails ? Evidence.SUPPORTED : byCriteria ? Evidence.STALE : Evidence.UNSUPPORTED);
    }

    boolean isNothing() {
        return said.isEmpty()
                && frozen.isEmpty()
                && evidence.isEmpty()
                && speed.lag().isEmpty();
    }
}
