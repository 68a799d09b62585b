package io.smarketing.sandbox.server;

import io.smarketing.sandbox.data.Crms;
import io.smarketing.sandbox.data.DataFolder;
import io.smarketing.sandbox.data.Loaded;
import io.smarketing.sandbox.data.Loader;
import io.smarketing.sandbox.data.Replay;
import io.smarketing.sandbox.data.Timeline;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.SandboxCrm;
import io.smarketing.sandbox.kernel.SandboxProblem;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.server.http.Counts;
import io.smarketing.sandbox.server.http.Faults;
import io.smarketing.sandbox.server.http.Pretended;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Both CRMs filled from a data folder under one record clock, before any socket is open. */
record World(RecordClock clock, Pretended hubspot, Pretended salesforce, Loaded loaded, Replay replay) {

    private static final Duration BEFORE_TIMELINE = Duration.ofHours(1);

    static World fill(SandboxSettings settings, InstantSource wall, CrmMaker portal, CrmMaker org) {
        DataFolder folder = settings.data().map(DataFolder::at).orElseGet(DataFolder::sample);
        Timeline timeline = Timeline.of(folder);
        Instant start = timeline.earliest().map(at -> at.minus(BEFORE_TIMELINE)).orElseGet(wall::instant);
        RecordClock clock = new RecordClock(wall, start);
        Pretended hubspot = pretend(Pretended.HUBSPOT, portal, clock);
        Pretended salesforce = pretend(Pretended.SALESFORCE, org, clock);
        Crms crms = new Crms(hubspot.crm().insider(), salesforce.crm().insider());
        Loaded loaded = new Loader(crms, start).load(folder, timeline);
        return new World(clock, hubspot, salesforce, loaded, new Replay(timeline, crms, clock));
    }

    private static Pretended pretend(String name, CrmMaker maker, RecordClock clock) {
        Switches switches = new Switches();
        SandboxCrm crm = maker.make(clock, switches);
        return new Pretended(name, crm, new Faults(switches, crm.switches()), new Counts());
    }

    /** The counts of both by their names. */
    Map<String, Counts> counts() {
        return new TreeMap<>(Map.of(hubspot.name(), hubspot.counts(), salesforce.name(), salesforce.counts()));
    }

    /**
     * Sets a switch of each CRM that knows it, or of one: {@code latency}, {@code hubspot.burst-429}.
     *
     * @throws SandboxProblem if neither knows it; it names those that exist
     */
    void fault(String name, String value) {
        int dot = name.indexOf('.');
        String plain = name.substring(dot + 1);
        List<Faults> meant = Stream.of(hubspot, salesforce)
                .filter(crm -> dot < 0 || crm.name().equals(name.substring(0, dot)))
                .map(Pretended::faults)
                .filter(faults -> faults.known().containsKey(plain))
                .toList();
        if (meant.isEmpty()) {
            TreeSet<String> known = new TreeSet<>(hubspot.faults().known().keySet());
            known.addAll(salesforce.faults().known().keySet());
            throw SandboxProblem.ofSwitch("there is no switch named '" + name + "': the known ones are "
                    + String.join(", ", known) + "; hubspot. or salesforce. before the name sets it for one CRM only");
        }
        meant.forEach(faults -> faults.set(plain, value));
    }
}
