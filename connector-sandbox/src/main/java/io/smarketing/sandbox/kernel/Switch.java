package io.smarketing.sandbox.kernel;

import java.time.Duration;

/**
 * One switch that somebody reads: what it is called, which values it takes, and what it does.
 *
 * @param sentence what it does when it is on, for the person who sets it
 */
public record Switch(String name, Form form, String sentence) {

    /** The values that a switch takes. */
    public enum Form {
        FLAG,
        NUMBER,
        DURATION,
        TEXT
    }

    /** A SandboxProblem if the switch does not take that value. */
    public void check(String value) {
        String remedy = switch (form) {
            case FLAG -> value.matches("true|false|on") ? "" : "takes true or off";
            case NUMBER -> value.matches("[0-9]{1,9}") ? "" : "takes a number, such as " + name + "=3";
            case DURATION -> isDuration(value) ? "" : "takes a duration, such as 100ms, 5s, 2m or PT5S";
            case TEXT -> "";
        };
        if (!remedy.isEmpty()) {
            throw SandboxProblem.ofSwitch("the switch " + name + " " + remedy + "; not '" + value + "'");
        }
    }

    private static boolean isDuration(String value) {
        try {
            return Switches.parse(value).compareTo(Duration.ZERO) >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
