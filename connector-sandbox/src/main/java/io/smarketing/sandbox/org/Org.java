package io.smarketing.sandbox.org;

import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.SandboxCrm;
import io.smarketing.sandbox.kernel.Switch;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.bulk.QueryJobs;
import io.smarketing.sandbox.org.data.Commits;
import io.smarketing.sandbox.org.data.IdSource;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.query.QueryEngine;
import io.smarketing.sandbox.org.rest.Parts;
import io.smarketing.sandbox.org.rest.Quota;
import io.smarketing.sandbox.org.rest.Rest;
import io.smarketing.sandbox.org.schema.FieldSecurity;
import io.smarketing.sandbox.org.schema.Schema;
import io.smarketing.sandbox.org.signin.Sessions;
import io.smarketing.sandbox.org.signin.SignIn;
import io.smarketing.sandbox.org.soap.MetadataCalls;
import io.smarketing.sandbox.org.soap.PartnerCalls;
import io.smarketing.sandbox.org.soap.Soap;
import io.smarketing.sandbox.org.soap.deploy.Deployments;
import io.smarketing.sandbox.org.soap.metadata.AssignedSets;
import io.smarketing.sandbox.org.soap.metadata.Desk;
import io.smarketing.sandbox.org.soap.metadata.FieldComponents;
import io.smarketing.sandbox.org.soap.metadata.LeadConvertComponents;
import io.smarketing.sandbox.org.soap.metadata.ListViews;
import io.smarketing.sandbox.org.soap.metadata.PermissionSets;
import io.smarketing.sandbox.org.soap.metadata.ReportTypes;
import io.smarketing.sandbox.org.soap.metadata.ValidationRules;
import io.smarketing.sandbox.org.write.Actor;
import io.smarketing.sandbox.org.write.Actors;
import io.smarketing.sandbox.org.write.ConversionMap;
import io.smarketing.sandbox.org.write.Currencies;
import io.smarketing.sandbox.org.write.Deletion;
import io.smarketing.sandbox.org.write.LeadConversion;
import io.smarketing.sandbox.org.write.LeadConversion.Converted;
import io.smarketing.sandbox.org.write.Records;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A Salesforce org without a socket: sign-in and the REST API, over records held in memory. */
public final class Org implements SandboxCrm {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** One request or deed at a time: the platform's row locks, simplified. */
    private final Object lock = new Object();

    private final RecordClock clock;
    private final Store store;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Rest rest;
    private final Soap soap;
    private final LeadConversion conversion;
    private final Staff staff;
    private final OrgInsider insider;
    private final Currencies currencies;

    public Org(OrgSettings settings, RecordClock clock, RandomGenerator random, Switches switches) {
        this.clock = clock;
        IdSource ids = new IdSource(random);
        this.store = new Store(new Schema(!settings.bare()), ids, new Commits(clock, switches));
        this.currencies = new Currencies(store, switches);
        AssignedSets assigned = new AssignedSets(store);
        FieldSecurity security = new FieldSecurity(switches, assigned);
        Records records = new Records(store, security, switches);
        Deletion deletion = new Deletion(store, records, switches);
        ConversionMap conversionMap = new ConversionMap(store.schema());
        this.conversion = new LeadConversion(store, records, deletion, switches, conversionMap);
        this.staff = Staff.hired(records, store, settings, clock.instant());
        this.sessions = new Sessions(clock.wall(), random, switches, settings.orgId(), settings.accessToken());
        SignIn.App app = new SignIn.App(
                settings.orgId(),
                staff.integration(),
                settings.username(),
                new SignIn.Person(staff.person(), staff.personName()),
                settings.clientId(),
                settings.clientSecret(),
                settings.jwtKey());
        this.signIn = new SignIn(app, sessions, clock.wall(), switches);
        Actors actors = new Actors(clock, ask -> signIn.isPersonal(ask) ? staff.person() : staff.integration());
        Quota quota = new Quota(clock.wall(), switches, settings.speed() == OrgSettings.Speed.REAL);
        this.rest = new Rest(
                new Parts(store, security, records, deletion, conversion, actors, clock, switches),
                quota,
                Map.of("jobs", new QueryJobs(store, new QueryEngine(store, security), clock.wall(), switches)));
        this.soap = new Soap(
                sessions,
                quota,
                switches,
                new PartnerCalls(rest::inner, clock, app, currencies),
                new MetadataCalls(
                        desk(records, assigned, conversionMap, switches),
                        new Deployments(store.schema(), clock, switches, ids)));
        assigned.of(staff.integration());
        this.insider = new OrgInsider(lock, store, records, deletion, conversion, staff);
    }

    private Desk desk(Records records, AssignedSets assigned, ConversionMap conversionMap, Switches switches) {
        FieldComponents fields = new FieldComponents(store);
        return new Desk(
                fields,
                new PermissionSets(store, records, fields, assigned, this::admin),
                new ListViews(fields),
                new ReportTypes(fields),
                new LeadConvertComponents(conversionMap, fields),
                new ValidationRules(switches));
    }

    @Override
    public Answer handle(Ask ask) {
        synchronized (lock) {
            store.settle();
            currencies.settle();
            Answer answer = answer(ask);
            store.keep();
            return answer.with("Date", HTTP_DATE.format(clock.instant()));
        }
    }

    private Answer answer(Ask ask) {
        String path = ask.path();
        if (path.startsWith("/services/oauth2/") || path.startsWith("/id/")) {
            return signIn.answer(ask);
        }
        if (path.equals("/services/data") || path.equals("/services/data/")) {
            return Rest.versions();
        }
        if (Soap.isFor(ask)) {
            return soap.answer(ask);
        }
        if (SignIn.malformed(ask)) {
            return Rest.badHeader();
        }
        if (!signIn.admits(ask)) {
            return Rest.noSession();
        }
        try {
            return rest.answer(ask);
        } catch (RuntimeException e) {
            // A caller must see our own mistake as the platform shows its own; half a write must not stay.
            store.rollback(0);
            return Rest.broken(e.getClass().getSimpleName());
        }
    }

    /** Who set the org up. */
    private Actor admin() {
        return Actor.person(staff.person(), clock.instant(), Actor.Door.FILE);
    }

    @Override
    public Insider insider() {
        return insider;
    }

    @Override
    public List<Switch> switches() {
        return OrgSwitches.ALL;
    }

    /** A refresh token, as the web flow would have given the app. */
    public String refreshToken() {
        synchronized (lock) {
            return sessions.refreshToken();
        }
    }

    /**
     * Converts a lead as a person does at the screen.
     *
     * @throws Insider.BadRow if there is no such lead or it is converted already
     */
    public Converted convert(String leadId, Instant at) throws Insider.BadRow {
        return convert(leadId, LeadConversion.Wish.ANY, at);
    }

    /** The same, of which the person wishes something in particular, such as a contact that is there. */
    public Converted convert(String leadId, LeadConversion.Wish wish, Instant at) throws Insider.BadRow {
        synchronized (lock) {
            Row lead = store.row(leadId)
                    .filter(r -> r.type().name().equals("Lead"))
                    .orElseThrow(() -> new Insider.BadRow("there is no Lead " + leadId));
            try {
                return conversion.convert(lead, wish, Actor.person(staff.person(), at, Actor.Door.SCREEN));
            } catch (OrgError e) {
                store.rollback(0);
                throw new Insider.BadRow(e.faults().get(0).message());
            } finally {
                store.keep();
            }
        }
    }
}
