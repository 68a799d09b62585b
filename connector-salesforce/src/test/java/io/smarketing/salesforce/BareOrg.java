package io.smarketing.salesforce;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.open.Budget;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.Org;
import io.smarketing.sandbox.org.OrgSettings;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** The sandbox's org without the product's own fields, and our adapter on its line. */
public final class BareOrg {

    public static final String TOKEN = "fixed";
    public static final RecordType LEAD = new RecordType("Lead");
    public static final RecordType CONTACT = new RecordType("Contact");

    private static final PublicKey KEY = key();

    public final Switches switches = new Switches();
    public final RecordClock clock = new RecordClock(new VirtualTime(), Instant.parse("2026-11-20T10:00:00Z"));
    public final Org org = new Org(
            new OrgSettings(
                    "00D000000000001",
                    "integration@org.example",
                    "app",
                    "s3cret",
                    KEY,
                    TOKEN,
                    OrgSettings.Speed.UNLIMITED,
                    true),
            clock,
            new Random(7),
            switches);
    public final OrgLine line = new OrgLine(org);

    private static PublicKey key() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param before sees each call before it reaches the org */
    public OkHttpClient client(Interceptor... before) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder();
        for (Interceptor each : before) {
            builder.addInterceptor(each);
        }
        return builder.addInterceptor(line).build();
    }

    public Crm open(Interceptor... before) {
        return open(Budget.DEFAULT, before);
    }

    public Crm open(Budget budget, Interceptor... before) {
        VirtualTime time = new VirtualTime();
        Settings settings =
                new Settings(Map.of("login-url", "http://org.test", "client-id", "app", "client-secret", "s3cret"));
        Wanted.Type type = new Wanted.Type(FieldName.of("Smarketing_Key__c"), Optional.empty(), Set.of());
        return new SalesforceProvider(client(before))
                .open(
                        new CrmId("salesforce"),
                        settings,
                        new Wanted(Map.of(LEAD, type, CONTACT, type)),
                        new Surroundings(time, time, Runnable::run, new Random(7), budget));
    }
}
