package io.smarketing.sandbox.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.Posts;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.SandboxCrm;
import io.smarketing.sandbox.kernel.Switch;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.portal.about.OAuthApi;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.hook.Outbox;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.wire.Access;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.wire.Limits;
import io.smarketing.sandbox.portal.wire.QuirkList;
import io.smarketing.sandbox.portal.wire.Quirks;
import io.smarketing.sandbox.portal.wire.Route;
import io.smarketing.sandbox.portal.wire.Usage;
import io.smarketing.sandbox.portal.wire.Version;
import io.smarketing.sandbox.portal.write.StageDates;
import io.smarketing.sandbox.portal.write.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A HubSpot portal: answers requests as the real one would, one at a time, and lets people work inside it. */
public final class Portal implements SandboxCrm {

    private static final int LONGEST_URL = 16_000;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final RecordClock clock;
    private final RandomGenerator random;
    private final Quirks quirks;
    private final Limits limits;
    private final Access access;
    private final OAuthApi oauth;
    private final Areas areas;
    private final StageDates stageDates;
    private final Insider insider;
    private final Outbox outbox;

    public Portal(PortalSettings settings, RecordClock clock, RandomGenerator random, Switches switches) {
        this.quirks = new Quirks(switches);
        this.clock = clock;
        this.random = random;
        this.limits = new Limits(settings.speed() == PortalSettings.Speed.REAL, clock.wall(), quirks);
        this.access = new Access(settings.token(), clock.wall(), random, quirks);
        this.oauth = new OAuthApi(access, settings.clientId(), settings.clientSecret(), settings.portalId(), quirks);
        Crm crm = new Crm(clock, random, quirks, settings.bare());
        this.outbox = new Outbox(quirks, clock.wall(), settings.portalId(), settings.clientSecret());
        crm.news().subscribe(outbox::isWanted, outbox::take);
        this.stageDates = new StageDates(crm);
        Writer writer = new Writer(crm, stageDates);
        this.areas = new Areas(new Desk(crm, writer), settings.portalId(), limits);
        this.insider = new Backstage(this, crm, writer);
    }

    @Override
    public synchronized Answer handle(Ask ask) {
        limits.count();
        Answer answer;
        try {
            answer = answered(ask);
        } catch (Failure failure) {
            answer = refused(failure);
        }
        return answer.with("Date", HTTP_DATE.format(clock.instant()));
    }

    @Override
    public Insider insider() {
        return insider;
    }

    @Override
    public Posts posts() {
        return outbox;
    }

    @Override
    public List<Switch> switches() {
        return QuirkList.ALL;
    }

    /** What has been counted so far. */
    public synchronized Usage usage() {
        return limits.usage();
    }

    /** The refresh token of the one installation of the app, for clients that log in by OAuth. */
    public String refreshToken() {
        return oauth.refreshToken();
    }

    private Answer answered(Ask ask) {
        if (ask.path().length() + ask.query().toString().length() > LONGEST_URL) {
            throw Failure.of(414, "VALIDATION_ERROR", "The URL is too long");
        }
        Route route = Route.of(ask.path());
        refuseUnknown(route.version(), ask);
        if (route.area().equals("oauth")) {
            return oauth.handle(ask, route);
        }
        Call call = new Call(ask, route, access.admit(ask));
        limits.admit(route);
        stageDates.settle();
        Answer answer;
        try {
            answer = areas.handle(call);
        } catch (Failure failure) {
            answer = refused(failure);
        }
        return limits.stamp(answer, call);
    }

    /** How the vendor answers a version that an account does not have (yet, or any more) is not known. */
    private void refuseUnknown(Version version, Ask ask) {
        List<String> known = quirks.list(Quirks.API_VERSIONS);
        if (version.dated() && !known.isEmpty() && !known.contains(version.text())) {
            throw quirks.is(Quirks.UNKNOWN_VERSION, "400")
                    ? Failure.invalid("Unsupported API version " + version.text())
                    : Failure.notFound("Resource not found: " + ask.path());
        }
    }

    private Answer refused(Failure failure) {
        String correlation = new UUID(random.nextLong(), random.nextLong()).toString();
        ObjectNode body = failure.body().put("correlationId", correlation);
        Answer answer = Json.answer(failure.status(), body).with("X-HubSpot-Correlation-Id", correlation);
        String wait = limits.retryAfter(failure);
        return wait.isEmpty() ? answer : answer.with("Retry-After", wait);
    }
}
