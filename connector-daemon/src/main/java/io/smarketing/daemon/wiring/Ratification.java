package io.smarketing.daemon.wiring;

import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Handoff.Lookout;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.sla.terms.Terms;
import io.smarketing.core.sla.terms.Versions;
import io.smarketing.core.sync.watch.HandoffSignals;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.config.agreement.Agreement;
import io.smarketing.daemon.config.agreement.AgreementFile;
import io.smarketing.daemon.config.yaml.Position;
import io.smarketing.daemon.config.yaml.Problem;
import io.smarketing.daemon.config.yaml.Problems;
import io.smarketing.daemon.config.yaml.YamlText;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.clock.AcceptedAgreement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The agreement in force: each version is kept for good when it is first read, and is not changed after that. */
public record Ratification(Configuration configuration, SqliteStore store) {

    /**
     * Keeps the agreement of the configuration.
     *
     * @throws InvalidConfiguration if it would change what was agreed before
     */
    void accept(Instant now) throws InvalidConfiguration {
        if (configuration.agreement().isEmpty()) {
            return;
        }
        Agreement agreement = configuration.agreement().get();
        List<AcceptedAgreement> before = store.agreements();
        Optional<String> problem = against(agreement, before, now);
        if (problem.isPresent()) {
            Position at = Position.startOf(
                    configuration.folder().resolve(AgreementFile.NAME).toString());
            throw new InvalidConfiguration(List.of(new Problem(at, problem.get(), Optional.empty())));
        }
        if (before.stream().noneMatch(a -> a.version().equals(agreement.version()))) {
            store.accept(new AcceptedAgreement(
                    agreement.version(),
                    agreement.terms().effective(),
                    now,
                    configuration.mapping().handoff().map(Handoff::from).orElse(""),
                    agreement.said(),
                    agreement.document()));
        }
    }

    /** Why this is no version that can be accepted after those; empty if it is one of them, or can. */
    public static Optional<String> against(Agreement agreement, List<AcceptedAgreement> before, Instant now) {
        for (AcceptedAgreement known : before) {
            if (known.version().equals(agreement.version())) {
                return known.said().equals(agreement.said())
                        ? Optional.empty()
                        : Optional.of("version " + agreement.version() + " was accepted on " + day(known.accepted())
                                + " and says something else: give what you changed a new version and a day from which"
                                + " it holds; `smarketing agreement diff` shows what differs");
            }
        }
        Instant from = agreement.terms().effective();
        Optional<AcceptedAgreement> last = before.stream().reduce((a, b) -> b);
        if (last.isPresent() && from.isBefore(now.truncatedTo(ChronoUnit.DAYS))) {
            return Optional.of("version " + agreement.version() + " would hold since " + day(from)
                    + ", and change what version " + last.get().version() + " has judged: let it hold from today on, or"
                    + " later");
        }
        return last.filter(a -> !a.effective().isBefore(from))
                .map(a -> "version " + agreement.version() + " would hold from " + day(from)
                        + ", not later than version " + a.version() + ", which holds from " + day(a.effective()));
    }

    private static String day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** The mappings, with what any version wants of those who try to reach a person. */
    Map<Subject, Mapping> mappings() {
        Map<Subject, Mapping> all = new EnumMap<>(configuration.mappings());
        Versions versions = versions();
        int tries = versions.times(HandoffSignals.TOUCHED);
        boolean byOwner = versions.wants(HandoffSignals.TOUCHED_BY_OWNER);
        all.computeIfPresent(Subject.PEOPLE, (s, people) -> {
            Lookout lookout = new Lookout(tries, people.owner().filter(f -> byOwner));
            return people.with(people.handoff().map(h -> h.with(lookout)));
        });
        return all;
    }

    /** What sales promised in each version that was ever accepted, and in that of the configuration. */
    public Versions versions() {
        List<AcceptedAgreement> accepted = store.agreements();
        List<Terms> all = new ArrayList<>();
        accepted.stream().flatMap(this::terms).forEach(all::add);
        configuration
                .agreement()
                .map(Agreement::terms)
                .filter(ours -> accepted.stream().noneMatch(a -> a.version().equals(ours.version())))
                .ifPresent(all::add);
        return new Versions(all);
    }

    /** As the configuration has it, if it says the same still: it knows the variables that the document names. */
    private Stream<Terms> terms(AcceptedAgreement accepted) {
        return configuration
                .agreement()
                .filter(a -> a.version().equals(accepted.version()))
                .filter(a -> a.said().equals(accepted.said()))
                .or(() -> read(accepted))
                .map(a -> new Terms(
                        accepted.version(),
                        accepted.effective(),
                        accepted.accepted(),
                        a.terms().segments(),
                        a.terms().commitments(),
                        a.terms().escalations()))
                .stream();
    }

    /** A line of a version long past that names a field which is no more holds for nobody. */
    private Optional<Agreement> read(AcceptedAgreement accepted) {
        Problems problems = new Problems();
        return new YamlText("agreement " + accepted.version(), accepted.document(), Map.of(), problems)
                .root()
                .map(root -> new AgreementFile(configuration.mapping(), problems).read(root, accepted.document()));
    }
}
