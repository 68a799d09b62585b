package io.smarketing.salesforce.contract;

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
import io.smarketing.salesforce.OrgLine;
import io.smarketing.salesforce.SalesforceProvider;
import io.smarketing.salesforce.VirtualTime;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.Insider.Deed;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.Org;
import io.smarketing.sandbox.org.OrgSettings;
import io.smarketing.testkit.crm.contract.Ability;
import io.smarketing.testkit.crm.contract.CrmLab;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/** The sandbox's org with our adapter on its line, for people or for companies. */
final class OrgLab implements CrmLab {

    private static final CrmId SALES = new CrmId("sales");
    private static final RecordType LEAD = new RecordType("Lead");
    private static final RecordType CONTACT = new RecordType("Contact");
    private static final RecordType ACCOUNT = new RecordType("Account");
    private static final String INTEGRATION = "integration@org.example";
    private static final String AUTOMATION = "automation@org.example";
    private static final String OWNER = "owner@org.example";
    private static final PublicKey KEY = key();
    private static final FieldName KEY_FIELD = FieldName.of("Smarketing_Key__c");

    private final VirtualTime time = new VirtualTime();
    private final RecordClock records = new RecordClock(time, VirtualTime.START);
    private final Switches switches = new Switches();
    private final Org org;
    private final OrgLine line;
    private final Crm crm;
    private final String ownerId;
    private final boolean people;

    /** @param switched the org's switches that stand differently */
    OrgLab(Map<String, String> switched) {
        this(Subject.PEOPLE, switched);
    }

    OrgLab(Subject subject, Map<String, String> switched) {
        people = subject == Subject.PEOPLE;
        switched.forEach(switches::set);
        OrgSettings settings = new OrgSettings(
                "00D000000000001", INTEGRATION, "app", "s3cret", KEY, "fixed", OrgSettings.Speed.UNLIMITED, false);
        org = new Org(settings, records, new Random(7), switches);
        ownerId = create("User", Map.of("Username", OWNER, "Email", OWNER, "LastName", "Owner", "Alias", "owner"));
        create(
                "User",
                Map.of(
                        "Username",
                        AUTOMATION,
                        "Email",
                        AUTOMATION,
                        "LastName",
                        "Automated Process",
                        "UserType",
                        "AutomatedProcess"));
        line = new OrgLine(org);
        crm = open().of(subject);
    }

    private static PublicKey key() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Crm open() {
        OkHttpClient client = new OkHttpClient.Builder().addInterceptor(line).build();
        Settings settings =
                new Settings(Map.of("login-url", "http://org.test", "client-id", "app", "client-secret", "s3cret"));
        Wanted wanted = new Wanted(Map.of(
                LEAD, wanted("LastName", "Company", "Email", "City"),
                CONTACT, wanted("LastName", "Email", "Account.Name", "Account.Smarketing_Key__c", "MailingCity"),
                ACCOUNT, new Wanted.Type(KEY_FIELD, Optional.empty(), names("Name", "Website", "BillingCity"))));
        return new SalesforceProvider(client).open(SALES, settings, wanted, time.surroundings(Runnable::run));
    }

    private static Wanted.Type wanted(String... fields) {
        return new Wanted.Type(KEY_FIELD, Optional.of(FieldName.of("Smarketing_Stage__c")), names(fields));
    }

    private static Set<FieldName> names(String... fields) {
        return Stream.of(fields).map(FieldName::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String create(String object, Map<String, String> values) {
        try {
            return org.insider().create(object, values, records.instant());
        } catch (BadRow e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void act(RecordRef ref, String action, String field, String value) {
        try {
            org.insider().act(new Deed(records.instant(), ref.type().name(), ref.id(), action, field, value));
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
        return people ? LEAD : ACCOUNT;
    }

    @Override
    public FieldName text() {
        return FieldName.of(people ? "City" : "BillingCity");
    }

    @Override
    public Fields person(String email, String text) {
        Fields needed = people
                ? Fields.of("Email", email)
                        .with(FieldName.of("LastName"), FieldValue.of("Somebody"))
                        .with(FieldName.of("Company"), FieldValue.of("Example"))
                : Fields.of("Name", "Example")
                        .with(FieldName.of("Website"), FieldValue.of("https://www." + domain(email) + "/about?a=b"));
        return needed.with(text(), FieldValue.of(text));
    }

    private static String domain(String email) {
        return email.replace('@', '.');
    }

    @Override
    public Email known(String email) {
        return new Email(people ? email : domain(email));
    }

    @Override
    public Fields unacceptable() {
        return Fields.of(text().text(), "x".repeat(300));
    }

    @Override
    public RecordRef put(Fields fields) {
        Map<String, String> row = new LinkedHashMap<>();
        fields.values().forEach((name, value) -> row.put(name.text(), value.text()));
        return new RecordRef(SALES, type(), create(type().name(), row));
    }

    @Override
    public void edit(RecordRef ref, Fields fields) {
        fields.values().forEach((name, value) -> act(ref, "set", name.text(), value.text()));
    }

    @Override
    public void delete(RecordRef ref) {
        act(ref, "delete", "", "");
    }

    @Override
    public Optional<RecordRef> convert(RecordRef ref) {
        if (!people) {
            return Optional.empty();
        }
        try {
            String contact = org.convert(ref.id(), records.instant()).contactId();
            return Optional.of(new RecordRef(SALES, CONTACT, contact));
        } catch (BadRow e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Set<Ability> abilities() {
        return people ? EnumSet.allOf(Ability.class) : EnumSet.complementOf(EnumSet.of(Ability.ACTIVITY));
    }

    @Override
    public void restore(RecordRef ref) {
        act(ref, "undelete", "", "");
    }

    @Override
    public void destroy(RecordRef ref) {
        act(ref, "destroy", "", "");
    }

    @Override
    public RecordRef merge(RecordRef loser, RecordRef winner) {
        act(winner, "merge", "", loser.id());
        return winner;
    }

    @Override
    public void act(RecordRef about, Touch.Kind kind, Doer by, Duration in) {
        String creator = switch (by) {
            case HUMAN -> OWNER;
            case OURSELVES -> INTEGRATION;
            case AUTOMATION -> AUTOMATION;
        };
        Map<String, String> row =
                new LinkedHashMap<>(Map.of("WhoId", about.id(), "Subject", "Activity", "CreatedBy.Email", creator));
        if (kind == Touch.Kind.MEETING) {
            row.put("StartDateTime", records.instant().plus(in).toString());
            create("Event", row);
            return;
        }
        row.put("Status", in.isZero() ? "Completed" : "Not Started");
        row.put(
                "TaskSubtype",
                switch (kind) {
                    case CALL -> "Call";
                    case EMAIL -> "Email";
                    default -> "Task";
                });
        create("Task", row);
    }

    @Override
    public RecordRef unknown() {
        return new RecordRef(SALES, type(), people ? "00Q00000009ZZZZEA4" : "00100000009ZZZZAA4");
    }

    @Override
    public void advance(Duration by) {
        time.sleep(by);
    }

    @Override
    public boolean showLate(Duration by) {
        switches.set("late-commit", by.toString());
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
