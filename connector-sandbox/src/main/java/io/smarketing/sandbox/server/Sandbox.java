package io.smarketing.sandbox.server;

import io.smarketing.sandbox.data.Loaded;
import io.smarketing.sandbox.data.Replay;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.SandboxCrm;
import io.smarketing.sandbox.server.http.Counts;
import io.smarketing.sandbox.server.http.CrmServer;
import io.smarketing.sandbox.server.http.Door;
import io.smarketing.sandbox.server.http.Observer;
import io.smarketing.sandbox.server.http.Pretended;
import io.smarketing.sandbox.server.http.Traffic;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiFunction;

/** A HubSpot portal and a Salesforce org on loopback, filled from a data folder and ready to serve. */
public final class Sandbox implements AutoCloseable {

    private final World world;
    private final LoginKey key;
    private final Traffic traffic;
    private final CrmServer hubspot;
    private final CrmServer salesforce;
    private final SandboxAccess access;
    private final Courier courier;

    private Sandbox(SandboxSettings settings, World world, Credentials credentials, LoginKey key) {
        this.world = world;
        this.key = key;
        traffic = new Traffic(world.clock().wall(), world.replay()::wake);
        Controls controls = new Controls(world, traffic);
        hubspot = serve(world.hubspot(), settings.hubspotPort(), controls);
        try {
            salesforce = serve(world.salesforce(), settings.salesforcePort(), controls);
        } catch (RuntimeException e) {
            hubspot.close();
            throw e;
        }
        access = credentials.access(hubspot.url(), salesforce.url(), key);
        courier = Courier.start(world.hubspot().crm().posts());
    }

    /** Loads the data and opens both ports; a SandboxProblem says what has to be put right. */
    public static Sandbox start(SandboxSettings settings) {
        return start(settings, (credentials, key) -> {
            RealCrms crms = new RealCrms(settings, credentials, key.publicKey());
            return World.fill(settings, InstantSource.system(), crms::portal, crms::org);
        });
    }

    static Sandbox start(SandboxSettings settings, BiFunction<Credentials, LoginKey, World> filled) {
        Credentials credentials = Credentials.from(settings.seed());
        LoginKey key = LoginKey.write(settings.keyFolder());
        try {
            World world = filled.apply(credentials, key);
            settings.faults().forEach(world::fault);
            return new Sandbox(settings, world, credentials, key);
        } catch (RuntimeException e) {
            key.forget();
            throw e;
        }
    }

    /** Where both CRMs answer and what opens them. */
    public SandboxAccess access() {
        return access;
    }

    /** What the data folder came to. */
    public Loaded loaded() {
        return world.loaded();
    }

    /** The time that records bear. */
    public RecordClock clock() {
        return world.clock();
    }

    /** The data's timeline; it begins when it is started. */
    public Replay replay() {
        return world.replay();
    }

    /** The portal, without HTTP. */
    public SandboxCrm portal() {
        return world.hubspot().crm();
    }

    /** The org, without HTTP. */
    public SandboxCrm org() {
        return world.salesforce().crm();
    }

    /** How many requests each CRM answered, by {@code hubspot} and {@code salesforce}. */
    public Map<String, Counts> counts() {
        return world.counts();
    }

    /**
     * Sets a switch of each CRM that knows it, or of one: {@code latency}, {@code hubspot.burst-429}. Empty or {@code
     * off} switches it off.
     */
    public void fault(String name, String value) {
        world.fault(name, value);
    }

    /** Shows every request from now on to that observer, and to no other. */
    public void observe(Observer observer) {
        traffic.observe(observer);
    }

    @Override
    public void close() {
        world.replay().close();
        courier.close();
        hubspot.close();
        salesforce.close();
        key.forget();
    }

    private CrmServer serve(Pretended crm, int port, Controls controls) {
        return CrmServer.start(crm.name(), port, new Door(crm, traffic), new Endpoints(controls, crm.faults()));
    }
}
