package io.smarketing.core.alert;

import io.smarketing.core.crm.notice.PlainText;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sla.terms.Recipient;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that one recipient is told, once.
 *
 * @param event names what it is about, once and for all: small letters, digits and dashes
 * @param person whom it is about, if it is about somebody
 * @param title one line without a value: what has the same title is of one kind
 * @param facts what there is to say, by its name; may hold values that strangers have typed
 * @param at when it happened
 */
public record Alert(
        String event, Recipient to, Optional<PersonId> person, String title, Map<String, String> facts, Instant at) {

    private static final int LONGEST = 200;

    public Alert {
        if (!event.matches("[a-z0-9-]{1,150}")) {
            throw new IllegalArgumentException("an event is named by small letters, digits and dashes");
        }
        title = PlainText.line(title, LONGEST);
        Map<String, String> plain = new LinkedHashMap<>();
        facts.forEach((name, value) -> plain.put(PlainText.line(name, LONGEST), PlainText.line(value, LONGEST)));
        facts = Collections.unmodifiableMap(plain);
    }
}
