package io.smarketing.simulation.world;

import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.hubspot.HubSpotProvider;
import io.smarketing.salesforce.SalesforceProvider;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.SandboxCrm;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.Org;
import io.smarketing.sandbox.org.OrgSettings;
import io.smarketing.sandbox.portal.Portal;
import io.smarketing.sandbox.portal.PortalSettings;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/** A portal and an org in process, the lines to them, and the time that all of them share. */
public final class World {

    private static final PublicKey KEY = key();

    private final Setup setup;
    private final VirtualTime time = new VirtualTime();
    private final Side portal;
    private final Side org;

    /**
     * A CRM of this world.
     *
     * @param clock what its records are stamped by
     * @param switches the faults and habits that are switched on in it
     */
    public record Side(
            CrmId id,
            SandboxCrm crm,
            RecordClock clock,
            Switches switches,
            Line line,
            CrmProvider provider,
            Settings settings) {}

    /**
     * A world before anybody is in it.
     *
     * @param skew how far the org's clock is ahead of the portal's
     */
    public World(Setup setup, long seed, Duration skew) {
        this.setup = setup;
        this.portal = portal(setup.portal(), seed);
        this.org = org(setup.org(), seed, skew);
        setup.wanted(setup.portal()).types().forEach((type, wanted) -> complete(portal, type, wanted));
        setup.wanted(setup.org()).types().forEach((type, wanted) -> complete(org, type, wanted));
        org.switches().set("track-history", String.join(",", tracked()));
    }

    /** Fields of which the org keeps a history, such as {@code Lead.City}: every other one that is mapped. */
    public List<String> tracked() {
        return setup.subjects().stream()
                .flatMap(s -> tracked(setup.mapping(s).rules()))
                .toList();
    }

    private Stream<String> tracked(List<FieldRule> rules) {
        return IntStream.range(0, rules.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(i -> rules.get(i).places().get(setup.org()))
                .filter(Objects::nonNull)
                .flatMap(place -> place.fields().entrySet().stream())
                .map(e -> e.getKey() + "." + e.getValue())
                .filter(name -> name.indexOf('.') == name.lastIndexOf('.'));
    }

    /** An admin makes the custom fields that are mapped; they are texts. */
    private void complete(Side side, RecordType type, Wanted.Type wanted) {
        Insider inside = side.crm().insider();
        String object = object(side.id(), type);
        Set<String> there = inside.fields(object);
        wanted.fields().stream()
                .map(FieldName::text)
                .filter(name -> !name.contains(".") && !there.contains(name))
                .forEach(name -> inside.addTextField(object, name));
    }

    private Side portal(CrmId id, long seed) {
        RecordClock clock = new RecordClock(time, time.instant());
        Switches switches = new Switches();
        PortalSettings settings =
                new PortalSettings(4711, "pat-1", "client", "secret", PortalSettings.Speed.REAL, false);
        Portal crm = new Portal(settings, clock, new Random(seed), switches);
        Line line = Line.toPortal(crm, time);
        Map<String, String> login = new HashMap<>(credentials(crm, seed));
        login.put("url", "http://portal.test");
        login.put("webhook-url", "https://daemon.test/hubspot");
        login.put("webhook-secret", "secret");
        return new Side(id, crm, clock, switches, line, new HubSpotProvider(client(line)), new Settings(login));
    }

    /** By tokens that end, as most apps do, or by one that never does. */
    private static Map<String, String> credentials(Portal crm, long seed) {
        return Setup.hasAdmins(seed)
                ? Map.of("client-id", "client", "client-secret", "secret", "refresh-token", crm.refreshToken())
                : Map.of("token", "pat-1");
    }

    private Side org(CrmId id, long seed, Duration skew) {
        RecordClock clock = new RecordClock(time, time.instant().plus(skew));
        Switches switches = new Switches();
        OrgSettings settings = new OrgSettings(
                "00D000000000001",
                "integration@org.example",
                "app",
                "s3cret",
                KEY,
                "fixed",
                OrgSettings.Speed.UNLIMITED,
                false);
        Org crm = new Org(settings, clock, new Random(seed + 1), switches);
        Line line = Line.toOrg(crm, time);
        Settings login =
                new Settings(Map.of("login-url", "http://org.test", "client-id", "app", "client-secret", "s3cret"));
        return new Side(id, crm, clock, switches, line, new SalesforceProvider(client(line)), login);
    }

    private static OkHttpClient client(Line line) {
        return new OkHttpClient.Builder().addInterceptor(line).build();
    }

    private static PublicKey key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            // nobody logs in by it here, and a longer one takes seconds to make
            generator.initialize(1024);
            return generator.generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name of a record type's objects as the CRM's people call them. */
    public String object(CrmId crm, RecordType type) {
        if (!crm.equals(setup.portal())) {
            return type.name();
        }
        return switch (type.name()) {
            case "company" -> "companies";
            case "deal" -> "deals";
            default -> "contacts";
        };
    }

    /** The record types that hold one of a subject, the preferred one first. */
    public List<RecordType> types(CrmId crm, Subject subject) {
        return side(crm).provider().types(subject);
    }

    public Setup setup() {
        return setup;
    }

    public VirtualTime time() {
        return time;
    }

    public Side portal() {
        return portal;
    }

    public Side org() {
        return org;
    }

    public Side side(CrmId id) {
        return id.equals(portal.id()) ? portal : org;
    }

    /** Calls made to both. */
    public long calls() {
        return portal.line().calls() + org.line().calls();
    }

    /** How many of them were struck. */
    public long struck() {
        return portal.line().struck() + org.line().struck();
    }

    /** Nothing goes wrong any more. */
    public void heal() {
        portal.line().heal();
        org.line().heal();
    }
}
