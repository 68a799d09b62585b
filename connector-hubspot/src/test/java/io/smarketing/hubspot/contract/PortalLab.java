package io.smarketing.hubspot.contract;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.hubspot.HubSpotProvider;
import io.smarketing.hubspot.PortalLine;
import io.smarketing.hubspot.TestTime;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.Insider.Deed;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.portal.Portal;
import io.smarketing.sandbox.portal.PortalSettings;
import io.smarketing.testkit.crm.contract.Ability;
import io.smarketing.testkit.crm.contract.CrmLab;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import okhttp3.OkHttpClient;

/** The sandbox's portal with our adapter on its line. */
final class PortalLab implements CrmLab {

    private static final CrmId HUBSPOT = new CrmId("hubspot");
    private static final Kind CONTACTS = new Kind(Subject.PEOPLE, "contact", "contacts", "email", "company");
    private static final Kind COMPANIES = new Kind(Subject.COMPANIES, "company", "companies", "domain", "city");
    private static final String OWNER = "owner@example.com";

    private final TestTime time = new TestTime();
    private final RecordClock records = new RecordClock(time, TestTime.START);
    private final Switches switches = new Switches();
    private final Portal portal;
    private final PortalLine line;
    private final Crm crm;
    private final String ownerId;
    private final Kind kind;

    /**
     * What the lab keeps.
     *
     * @param known the property by which a record is matched
     */
    private record Kind(Subject subject, String type, String object, String known, String text) {}

    /** A lab of companies. */
    static PortalLab ofCompanies(Map<String, String> switched) {
        return new PortalLab(COMPANIES, switched);
    }

    /** @param switched the portal's switches that stand differently */
    PortalLab(Map<String, String> switched) {
        this(CONTACTS, switched);
    }

    private PortalLab(Kind kind, Map<String, String> switched) {
        this.kind = kind;
        switched.forEach(switches::set);
        PortalSettings settings =
                new PortalSettings(4711, "pat-1", "client", "secret", PortalSettings.Speed.UNLIMITED, false);
        portal = new Portal(settings, records, new Random(3), switches);
        ownerId = create("owners", Map.of("email", OWNER));
        line = new PortalLine(portal, time);
        line.latency(Duration.ZERO);
        crm = open();
    }

    private Crm open() {
        OkHttpClient client = new OkHttpClient.Builder().addInterceptor(line).build();
        Settings settings = new Settings(Map.of("url", "http://portal.test", "token", "pat-1"));
        Wanted.Type wanted = new Wanted.Type(
                FieldName.of("smarketing_key"),
                Optional.of(FieldName.of("lifecyclestage")),
                Set.of(
                        FieldName.of("email"),
                        FieldName.of("lastname"),
                        FieldName.of("numemployees"),
                        FieldName.of("company")));
        Wanted.Type companies = new Wanted.Type(
                FieldName.of("smarketing_key"),
                Optional.empty(),
                Set.of(FieldName.of("domain"), FieldName.of("name"), FieldName.of("numberofemployees"), text()));
        Wanted all = new Wanted(
                Map.of(new RecordType(CONTACTS.type()), wanted, new RecordType(COMPANIES.type()), companies));
        return new HubSpotProvider(client)
                .open(HUBSPOT, settings, all, time.surroundings())
                .of(kind.subject());
    }

    private String create(String object, Map<String, String> values) {
        try {
            return portal.insider().create(object, values, records.instant());
        } catch (BadRow e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void act(RecordRef ref, String action, String field, String value) {
        try {
            portal.insider().act(new Deed(records.instant(), kind.object(), ref.id(), action, field, value));
        } catch (BadRow e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Crm crm() {
        return crm;
    }

    @Override
    public RecordType type() {
        return new RecordType(kind.type());
    }

    @Override
    public FieldName text() {
        return FieldName.of(kind.text());
    }

    @Override
    public Fields person(String email, String text) {
        boolean company = kind.equals(COMPANIES);
        return Fields.of(kind.known(), company ? domain(email) : email)
                .with(FieldName.of(company ? "name" : "lastname"), FieldValue.of(company ? email : "Somebody"))
                .with(text(), FieldValue.of(text));
    }

    @Override
    public Email known(String email) {
        return new Email(kind.equals(COMPANIES) ? domain(email) : email);
    }

    private static String domain(String email) {
        return email.replace('@', '.');
    }

    @Override
    public Fields unacceptable() {
        return Fields.of(kind.text(), "x".repeat(65_537));
    }

    @Override
    public RecordRef put(Fields fields) {
        Map<String, String> row = new LinkedHashMap<>();
        fields.values().forEach((name, value) -> row.put(name.text(), value.text()));
        return new RecordRef(HUBSPOT, type(), create(kind.object(), row));
    }

    @Override
    public void edit(RecordRef ref, Fields fields) {
        fields.values().forEach((name, value) -> act(ref, "set", name.text(), value.text()));
    }

    @Override
    public void delete(RecordRef ref) {
        act(ref, "delete", "", "");
    }

    /** HubSpot's records are never of another type. */
    @Override
    public Optional<RecordRef> convert(RecordRef ref) {
        return Optional.empty();
    }

    @Override
    public Set<Ability> abilities() {
        Set<Ability> all = EnumSet.of(Ability.DELETION, Ability.MERGE, Ability.DESTRUCTION, Ability.DELETE_COMMAND);
        if (kind.equals(CONTACTS)) {
            all.add(Ability.ACTIVITY);
        }
        return all;
    }

    @Override
    public void restore(RecordRef ref) {
        act(ref, "restore", "", "");
    }

    @Override
    public void destroy(RecordRef ref) {
        portal.handle(new Ask(
                "POST",
                "/crm/objects/2026-09/" + kind.object() + "/gdpr-delete",
                Map.of(),
                Map.of("authorization", "Bearer pat-1"),
                "{\"objectId\":\"" + ref.id() + "\"}"));
    }

    /** Both get a new id, unless HubSpot keeps the winner's. */
    @Override
    public RecordRef merge(RecordRef loser, RecordRef winner) {
        String address = known(winner);
        String lost = known(loser);
        act(winner, "merge", "", lost);
        return new RecordRef(
                HUBSPOT, type(), portal.insider().find(kind.object(), address).get(0));
    }

    private String known(RecordRef ref) {
        return portal.insider().peek(kind.object(), ref.id(), kind.known()).orElseThrow();
    }

    @Override
    public void act(RecordRef about, Touch.Kind kind, Doer by, Duration in) {
        String at = records.instant().plus(in).toString();
        String object = kind.name().toLowerCase(Locale.ROOT) + "s";
        String status = in.isZero() ? "COMPLETED" : "NOT_STARTED";
        Map<String, String> how = switch (kind) {
            case CALL -> Map.of("hs_timestamp", at, "hs_call_direction", "OUTBOUND");
            case EMAIL -> Map.of("hs_timestamp", at, "hs_email_direction", "EMAIL");
            case MEETING -> Map.of("hs_timestamp", at, "hs_meeting_start_time", at);
            case TASK -> Map.of("hs_timestamp", at, "hs_task_status", status);
            case STATUS -> throw new IllegalArgumentException("a portal knows no such touch");
        };
        if (by == Doer.HUMAN) {
            Map<String, String> row = new LinkedHashMap<>(how);
            row.put("contact", about.id());
            row.put("hubspot_owner_id", ownerId);
            create(object, row);
            return;
        }
        StringBuilder body = new StringBuilder("{\"properties\":{\"hubspot_owner_id\":\"" + ownerId + "\"");
        how.forEach((name, value) -> body.append(",\"" + name + "\":\"" + value + "\""));
        body.append("}}");
        Map<String, String> headers = new LinkedHashMap<>(Map.of("authorization", "Bearer pat-1"));
        if (by == Doer.AUTOMATION) {
            headers.put("x-sandbox-user", "workflow");
        }
        String path = "/crm/objects/2026-09/" + object;
        Answer made = portal.handle(new Ask("POST", path, Map.of(), headers, body.toString()));
        String id = made.body().replaceAll("(?s).*?\"id\":\"(\\d+)\".*", "$1");
        String link = path + "/" + id + "/associations/default/contacts/" + about.id();
        portal.handle(new Ask("PUT", link, Map.of(), headers, ""));
    }

    @Override
    public RecordRef unknown() {
        return new RecordRef(HUBSPOT, type(), "999999999");
    }

    @Override
    public void advance(Duration by) {
        time.sleep(by);
    }

    @Override
    public boolean showLate(Duration by) {
        switches.set("index-lag", by.toString());
        return true;
    }

    @Override
    public Owner owner() {
        return new Owner(ownerId, new Email(OWNER));
    }

    @Override
    public long calls() {
        return line.asks().size();
    }
}
