package io.smarketing.hubspot;

import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.Insider.Deed;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.portal.Portal;
import io.smarketing.sandbox.portal.PortalSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import okhttp3.OkHttpClient;

/** The sandbox's portal with the adapter on its line, and the hands of people and of other clients. */
final class PortalDesk {

    static final String REP = "rep@example.com";
    private static final CrmId HUBSPOT = new CrmId("hubspot");
    private static final RecordType CONTACT = new RecordType("contact");
    private static final Wanted.Type PEOPLE = new Wanted.Type(
            FieldName.of("smarketing_key"),
            Optional.of(FieldName.of("lifecyclestage")),
            Set.of(FieldName.of("email"), FieldName.of("lastname"), FieldName.of("hs_lead_status")));

    private final TestTime time = new TestTime();
    private final RecordClock records = new RecordClock(time, TestTime.START);
    private final Switches switches = new Switches();
    private final Portal portal = new Portal(
            new PortalSettings(4711, "pat-1", "client", "secret", PortalSettings.Speed.UNLIMITED, false),
            records,
            new Random(3),
            switches);
    private final PortalLine line = new PortalLine(portal, time);
    private final String rep = create("owners", Map.of("email", REP));
    private final Crm crm;

    PortalDesk() {
        this(Map.of());
    }

    /** @param settings beside the address and the token */
    PortalDesk(Map<String, String> settings) {
        this(settings, new Wanted(Map.of(CONTACT, PEOPLE)));
    }

    PortalDesk(Wanted wanted) {
        this(Map.of(), wanted);
    }

    private PortalDesk(Map<String, String> settings, Wanted wanted) {
        line.latency(Duration.ZERO);
        crm = open(settings, wanted);
    }

    Crm crm() {
        return crm;
    }

    PortalLine line() {
        return line;
    }

    Switches switches() {
        return switches;
    }

    TestTime time() {
        return time;
    }

    /** The id of the owner {@link #REP}. */
    String rep() {
        return rep;
    }

    static RecordRef ref(String id) {
        return ref(CONTACT.name(), id);
    }

    static RecordRef ref(String type, String id) {
        return new RecordRef(HUBSPOT, new RecordType(type), id);
    }

    String contact(String email, Map<String, String> more) {
        Map<String, String> row = new HashMap<>(more);
        row.put("email", email);
        return create("contacts", row);
    }

    /** Somebody at the screen makes a record. */
    String create(String object, Map<String, String> row) {
        try {
            return portal.insider().create(object, row, records.instant());
        } catch (BadRow e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Somebody at the screen does something to a record. */
    void act(String object, String id, String action, String field, String value) {
        try {
            portal.insider().act(new Deed(records.instant(), object, id, action, field, value));
        } catch (BadRow e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A client's request, with our own token; in the name of a person if one is given. */
    Answer send(String method, String path, String body, String person) {
        Map<String, String> headers = new HashMap<>(Map.of("authorization", "Bearer pat-1"));
        if (!person.isEmpty()) {
            headers.put("x-sandbox-user", person);
        }
        return portal.handle(new Ask(method, path, Map.of(), headers, body.replace('\'', '"')));
    }

    /** The cursor after all that is there has been told. */
    Cursor caughtUp() {
        return caughtUp(crm);
    }

    /** The same of another kind of record. */
    Cursor caughtUp(Crm kind) {
        ChangePage page = kind.changes().read(Cursor.START);
        while (!page.caughtUp() || page.listing()) {
            page = kind.changes().read(page.next());
        }
        time.sleep(Duration.ofMinutes(30));
        return page.next();
    }

    private Crm open(Map<String, String> more, Wanted wanted) {
        Map<String, String> settings = new HashMap<>(more);
        settings.putAll(Map.of("url", "http://portal.test", "token", "pat-1"));
        OkHttpClient client = new OkHttpClient.Builder().addInterceptor(line).build();
        return new HubSpotProvider(client).open(HUBSPOT, new Settings(settings), wanted, time.surroundings());
    }
}
