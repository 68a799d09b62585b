package io.smarketing.salesforce;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.Org;
import io.smarketing.sandbox.org.OrgSettings;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/** The sandbox's org with our adapter on its line, and clocks that only the test moves. */
final class SandboxOrg {

    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    static final RecordType ACCOUNT = new RecordType("Account");
    static final RecordType OPPORTUNITY = new RecordType("Opportunity");

    private static final PublicKey KEY = key();

    final Switches switches = new Switches();
    final VirtualTime time = new VirtualTime();
    final RecordClock clock = new RecordClock(time, START);
    final Org org = new Org(
            new OrgSettings(
                    "00D000000000001",
                    "integration@org.example",
                    "app",
                    "s3cret",
                    KEY,
                    "fixed",
                    OrgSettings.Speed.UNLIMITED,
                    false),
            clock,
            new Random(7),
            switches);
    final Insider inside = org.insider();
    final OrgLine line = new OrgLine(org);
    final Crm crm = open(Runnable::run);

    private static PublicKey key() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the org once more, with calls that run elsewhere. */
    Crm open(Executor executor) {
        Wanted wanted = new Wanted(Map.of(
                StubOrg.LEAD, type("FirstName", "LastName", "Company", "Email", "OwnerId", "AnnualRevenue", "City"),
                StubOrg.CONTACT, type("FirstName", "LastName", "Email", "Account.Name", "Account.Industry")));
        return open(executor, wanted);
    }

    /** Opens the org with companies and deals, and with what links people to them. */
    Crm openWithCompaniesAndDeals() {
        Wanted wanted = new Wanted(Map.of(
                StubOrg.CONTACT,
                type("LastName", "Email", "Account.Name", "Account.Smarketing_Key__c"),
                ACCOUNT,
                keyed("Name", "Website", "Industry"),
                OPPORTUNITY,
                keyed(
                        "Name",
                        "StageName",
                        "Amount",
                        "CloseDate",
                        "IsWon",
                        "Account.Smarketing_Key__c",
                        "OpportunityContactRoles.Contact.Smarketing_Key__c")));
        return open(Runnable::run, wanted);
    }

    Crm open(Executor executor, Wanted wanted) {
        Settings settings =
                new Settings(Map.of("login-url", "http://org.test", "client-id", "app", "client-secret", "s3cret"));
        OkHttpClient client = new OkHttpClient.Builder().addInterceptor(line).build();
        return new SalesforceProvider(client).open(StubOrg.SALES, settings, wanted, time.surroundings(executor));
    }

    private static Wanted.Type type(String... fields) {
        return new Wanted.Type(
                FieldName.of("Smarketing_Key__c"), Optional.of(FieldName.of("Smarketing_Stage__c")), names(fields));
    }

    private static Wanted.Type keyed(String... fields) {
        return new Wanted.Type(FieldName.of("Smarketing_Key__c"), Optional.empty(), names(fields));
    }

    private static Set<FieldName> names(String... fields) {
        return Stream.of(fields).map(FieldName::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Lets the org's clock move on. */
    void later(Duration by) {
        clock.advance(by);
    }

    /** A lead made inside the org, now; its id. */
    String lead(String email) throws BadRow {
        return inside.create("Lead", Map.of("LastName", "Lead", "Company", "Acme", "Email", email), clock.instant());
    }

    /** Somebody sets a field inside the org, now. */
    void set(String object, String id, String field, String value) throws BadRow {
        inside.act(new Insider.Deed(clock.instant(), object, id, "set", field, value));
    }

    /** Somebody does that to a record inside the org, now. */
    void act(String object, String id, String action) throws BadRow {
        inside.act(new Insider.Deed(clock.instant(), object, id, action, "", ""));
    }

    static RecordRef ref(RecordType type, String id) {
        return new RecordRef(StubOrg.SALES, type, id);
    }

    CrmRecord read(RecordRef ref) {
        return Optional.ofNullable(crm.reader().byRefs(List.of(ref)).get(ref)).orElseThrow();
    }

    /** The pages from a cursor until nothing more is known. */
    List<ChangePage> pages(Cursor from) {
        return pages(crm, from);
    }

    static List<ChangePage> pages(Crm crm, Cursor from) {
        List<ChangePage> pages = new ArrayList<>();
        do {
            pages.add(crm.changes().read(pages.isEmpty() ? from : end(pages)));
        } while (!pages.get(pages.size() - 1).caughtUp());
        return pages;
    }

    /** Where to read on after these pages. */
    static Cursor end(List<ChangePage> pages) {
        return pages.get(pages.size() - 1).next();
    }

    /** The cursor after the first listing. */
    Cursor listed() {
        return end(pages(Cursor.START));
    }

    /** The cursor after the listing and a far look back at it, twenty minutes later. */
    Cursor settled() {
        Cursor listed = listed();
        later(Duration.ofMinutes(20));
        // how late it is by the org's clock, which has jumped, the first tells the second
        return end(pages(end(pages(listed))));
    }

    static List<Change> changes(List<ChangePage> pages) {
        return pages.stream().flatMap(p -> p.changes().stream()).toList();
    }
}
