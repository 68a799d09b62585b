package io.smarketing.core.alert;

import io.smarketing.core.lead.Fingerprint;
import io.smarketing.core.sla.terms.Recipient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is sent to one recipient at once: one alert, or many.
 *
 * @param id the same each time it is sent, so that whoever gets it twice can tell
 */
public record Message(String id, Recipient to, List<Alert> alerts) {

    private static final int MOST_TOLD = 20;

    public Message {
        alerts = List.copyOf(alerts);
    }

    /** The name of a message of these events. */
    public static String idOf(Recipient to, List<String> events) {
        return Fingerprint.of(to.way() + " " + to.to() + " " + String.join(" ", events));
    }

    /** One line, without a value that a stranger has typed. */
    public String title() {
        if (alerts.size() == 1) {
            return alerts.get(0).title();
        }
        return counts().size() == 1
                ? alerts.get(0).title() + " (" + alerts.size() + ")"
                : alerts.size() + " things to know about your leads";
    }

    /** All of one alert; of many how many there are of each kind, and the first of them in full. */
    public String text() {
        List<String> lines = new ArrayList<>();
        if (alerts.size() > 1) {
            counts().forEach((title, n) -> lines.add(String.format("%6d  %s", n, title)));
            lines.add("");
        }
        alerts.stream().limit(MOST_TOLD).forEach(alert -> {
            lines.add(alert.title());
            alert.facts().forEach((name, value) -> lines.add("  " + name + ": " + value));
            lines.add("");
        });
        if (alerts.size() > MOST_TOLD) {
            lines.add("... and " + (alerts.size() - MOST_TOLD) + " more, counted above.");
        }
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        alerts.forEach(alert -> counts.merge(alert.title(), 1, Integer::sum));
        return counts;
    }
}
