package io.smarketing.daemon.serve;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.sla.clock.State;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.loop.Reading;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.write.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the sync does, and tells it in Prometheus' text format; docs/operations.md explains each name. */
public final class Metrics implements SyncListener {

    private static final Duration[] LAGS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge parked = MultiGauge.builder("smarketing.parked")
            .description("rows and fields put aside, by cause")
            .register(registry);
    private final MultiGauge promises = MultiGauge.builder("smarketing.promises")
            .description("promises about handoffs, by how they stand")
            .register(registry);
    private final MultiGauge unsent = MultiGauge.builder("smarketing.alerts.unsent")
            .description("what people are to be told outside of the CRMs, and are not yet")
            .register(registry);
    private final Map<Route, AtomicInteger> backlog = new HashMap<>();
    private final Map<String, AtomicLong> quotas = new HashMap<>();
    private final Map<CrmId, Long> callsSeen = new HashMap<>();
    private final List<Lag> lags = new ArrayList<>();
    private List<Crm> crms = List.of();

    public Metrics(Health health) {
        Gauge.builder("smarketing.healthy", health, h -> h.isWell() ? 1 : 0)
                .description("1 while /health answers 200")
                .register(registry);
        Gauge.builder("smarketing.since.caught.up.seconds", health, Metrics::age)
                .description("seconds since both CRMs were last read to their ends")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
    }

    /** A change that was delivered while its page was at work. */
    private record Lag(Route route, Duration lag) {}

    private static double age(Health health) {
        return health.sinceSuccess().map(d -> d.toMillis() / 1000.0).orElse(Double.NaN);
    }

    /** Counts the calls of these CRMs from now on; freshly opened ones begin at nought. */
    public synchronized void counting(List<Crm> opened) {
        calls();
        crms = List.copyOf(opened);
        callsSeen.clear();
    }

    /** What is parked now. */
    public void parked(Map<FailureKind, Long> causes) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        causes.forEach((kind, n) -> rows.add(MultiGauge.Row.of(Tags.of("cause", word(kind)), n)));
        parked.register(rows, true);
    }

    /** How many promises stand how. */
    public void promises(Map<State, Long> states) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        states.forEach((state, n) -> rows.add(MultiGauge.Row.of(Tags.of("state", state.word()), n)));
        promises.register(rows, true);
    }

    /** How much is to be sent still, each way. */
    public void unsent(Map<Way, Long> alerts) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        alerts.forEach((way, n) -> rows.add(MultiGauge.Row.of(Tags.of("channel", way.word()), n)));
        unsent.register(rows, true);
    }

    /** The text that Prometheus reads. */
    public synchronized String scrape() {
        calls();
        return registry.scrape();
    }

    /** A CRM called us of its own accord. */
    public void called(CrmId crm, boolean taken) {
        registry.counter("smarketing.webhooks", "crm", crm.name(), "result", taken ? "taken" : "refused")
                .increment();
    }

    /** A run failed for another reason than a CRM's. */
    public void failed(String kind) {
        registry.counter("smarketing.failures", "kind", kind).increment();
    }

    @Override
    public void failed(FailureKind kind) {
        failed(word(kind));
    }

    @Override
    public synchronized void listed(Route route, int changes) {
        lags.clear();
        backlog(route).set(changes);
    }

    @Override
    public synchronized void delivered(Route route, Duration lag) {
        lags.add(new Lag(route, lag));
    }

    @Override
    public void posted(CrmId crm, int notices) {
        registry.counter("smarketing.notices", "crm", crm.name()).increment(notices);
    }

    /** What a first load or a sweep carries over was edited long ago: that is no lag. */
    @Override
    public synchronized void worked(Route route, Reading reading, Tally tally) {
        backlog(route).set(0);
        if (reading == Reading.CHANGES) {
            lags.forEach(l -> lag(l.route()).record(l.lag()));
        }
        lags.clear();
        registry.counter("smarketing.people", tags(route)).increment(tally.people());
        registry.counter("smarketing.linked").increment(tally.linked());
        written(tally.created(), "created");
        written(tally.updated(), "updated");
    }

    @Override
    public void erased(Set<RecordRef> records) {
        registry.counter("smarketing.erased.records").increment(records.size());
    }

    @Override
    public void followed(Tally tally) {
        registry.counter("smarketing.hints.followed").increment();
    }

    @Override
    public void round(int number, Tally tally) {
        registry.counter("smarketing.rounds").increment();
    }

    private void written(Map<CrmId, Long> records, String kind) {
        records.forEach((crm, n) -> registry.counter("smarketing.written", "crm", crm.name(), "kind", kind)
                .increment(n));
    }

    private Timer lag(Route route) {
        return Timer.builder("smarketing.delivered.lag")
                .description("from the stamp of the edited record to the answer of the other CRM")
                .tags(tags(route))
                .serviceLevelObjectives(LAGS)
                .register(registry);
    }

    private AtomicInteger backlog(Route route) {
        return backlog.computeIfAbsent(
                route, r -> registry.gauge("smarketing.backlog.changes", tags(r), new AtomicInteger()));
    }

    private void calls() {
        for (Crm crm : crms) {
            QuotaUse use = crm.quota();
            long before = callsSeen.getOrDefault(crm.id(), 0L);
            registry.counter("smarketing.calls", "crm", crm.id().name()).increment(Math.max(0, use.calls() - before));
            callsSeen.put(crm.id(), use.calls());
            quota("smarketing.quota.used", crm.id(), use.dailyUsed());
            quota("smarketing.quota.limit", crm.id(), use.dailyLimit());
        }
    }

    private void quota(String name, CrmId crm, OptionalLong told) {
        told.ifPresent(n -> quotas.computeIfAbsent(
                        name + crm, k -> registry.gauge(name, Tags.of("crm", crm.name()), new AtomicLong()))
                .set(n));
    }

    private static Tags tags(Route route) {
        return Tags.of("from", route.from().name(), "to", route.to().name());
    }

    private static String word(FailureKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
