package io.smarketing.sandbox.server.http;

import io.smarketing.sandbox.kernel.SandboxProblem;
import io.smarketing.sandbox.kernel.Switches;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The switches of one CRM as its users set them: those of the server and those that the CRM itself reads. */
public final class Faults {

    static final String LATENCY = "latency";
    static final String BURST_429 = "burst-429";
    static final String BURST_503 = "burst-503";
    static final String HTML_502 = "html-502";
    static final String RESET_BEFORE_WRITE = "reset-before-write";
    static final String RESET_AFTER_WRITE = "reset-after-write";

    private static final Map<String, String> COUNTED = Map.of(
            BURST_429, "the next N requests are answered 429, and not carried out",
            BURST_503, "the next N requests are answered 503, and not carried out",
            HTML_502, "the next N requests are answered 502 with a page of HTML, and not carried out",
            RESET_BEFORE_WRITE, "the next N writes end in a reset connection, and are not carried out",
            RESET_AFTER_WRITE, "the next N writes are carried out, and end in a reset connection");

    private final Switches switches;
    private final Map<String, String> known;

    public Faults(Switches switches, Map<String, String> ofCrm) {
        this.switches = switches;
        this.known = new TreeMap<>(ofCrm);
        this.known.putAll(COUNTED);
        this.known.put(LATENCY, "every answer is sent this long after its request arrived, such as 100ms");
    }

    /** All names, each with one sentence on what it does. */
    public Map<String, String> known() {
        return new TreeMap<>(known);
    }

    /** What is on at the moment; a counted one shows how many are left. */
    public Map<String, String> on() {
        return switches.all();
    }

    /** Switches on, or off by an empty value or {@code off}; a SandboxProblem names an unknown switch or bad value. */
    public synchronized void set(String name, String value) {
        if (!known.containsKey(name)) {
            throw new SandboxProblem(
                    "there is no switch named '" + name + "': the known ones are " + String.join(", ", known.keySet()));
        }
        boolean off = value.isEmpty() || value.equals("off");
        if (!off && COUNTED.containsKey(name) && !value.matches("[0-9]{1,9}")) {
            throw new SandboxProblem("the switch " + name + " takes a number of requests, such as " + name + "=3");
        }
        if (!off && name.equals(LATENCY)) {
            checkDuration(name, value);
        }
        switches.set(name, value.equals("0") && COUNTED.containsKey(name) ? "off" : value);
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

    private static void checkDuration(String name, String value) {
        try {
            if (Switches.parse(value).isNegative()) {
                throw new IllegalArgumentException("'" + value + "' is negative");
            }
        } catch (IllegalArgumentException e) {
            throw new SandboxProblem("the switch " + name + ": " + e.getMessage(), e);
        }
    }
}
