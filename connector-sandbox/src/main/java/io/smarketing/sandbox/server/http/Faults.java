package io.smarketing.sandbox.server.http;

import static io.smarketing.sandbox.kernel.Switch.Form.DURATION;
import static io.smarketing.sandbox.kernel.Switch.Form.NUMBER;

import io.smarketing.sandbox.kernel.SandboxProblem;
import io.smarketing.sandbox.kernel.Switch;
import io.smarketing.sandbox.kernel.Switches;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The switches of one CRM as its users set them: those of the server and those that the CRM itself reads. */
public final class Faults {

    static final String LATENCY = "latency";
    static final String BURST_429 = "burst-429";
    static final String BURST_503 = "burst-503";
    static final String HTML_502 = "html-502";
    static final String RESET_BEFORE_WRITE = "reset-before-write";
    static final String RESET_AFTER_WRITE = "reset-after-write";

    private static final List<Switch> OF_SERVER = List.of(
            new Switch(LATENCY, DURATION, "every answer is sent this long after its request arrived"),
            new Switch(BURST_429, NUMBER, "the next N requests are answered 429, and not carried out"),
            new Switch(BURST_503, NUMBER, "the next N requests are answered 503, and not carried out"),
            new Switch(HTML_502, NUMBER, "the next N requests are answered 502 with HTML, and not carried out"),
            new Switch(RESET_BEFORE_WRITE, NUMBER, "the next N writes end in a reset, and are not carried out"),
            new Switch(RESET_AFTER_WRITE, NUMBER, "the next N writes are carried out, and end in a reset"));

    private final Switches switches;
    private final SortedMap<String, Switch> known = new TreeMap<>();

    public Faults(Switches switches, List<Switch> ofCrm) {
        this.switches = switches;
        Stream.concat(OF_SERVER.stream(), ofCrm.stream()).forEach(s -> known.put(s.name(), s));
    }

    /** All switches by their names. */
    public SortedMap<String, Switch> known() {
        return new TreeMap<>(known);
    }

    /** What is on at the moment; a counted one shows how many are left. */
    public Map<String, String> on() {
        return switches.all();
    }

    /** Switches on, or off by an empty value or {@code off}; a SandboxProblem names an unknown switch or bad value. */
    public synchronized void set(String name, String value) {
        Switch found = Optional.ofNullable(known.get(name))
                .orElseThrow(() -> SandboxProblem.ofSwitch("there is no switch named '" + name
                        + "': the known ones are " + String.join(", ", known.keySet())));
        boolean off = value.isEmpty() || value.equals("off");
        if (!off) {
            found.check(value);
        }
        switches.set(found.name(), value);
    }

    Duration latency() {
        return switches.duration(LATENCY);
    }

    /** Uses up one of a counted fault; false if none is left. */
    synchronized boolean take(String name) {
        int left = switches.get(name).map(Integer::parseInt).orElse(0);
        if (left > 0) {
            switches.set(name, left == 1 ? "off" : Integer.toString(left - 1));
        }
        return left > 0;
    }
}
