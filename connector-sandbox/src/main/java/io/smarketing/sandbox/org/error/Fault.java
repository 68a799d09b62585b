package io.smarketing.sandbox.org.error;

import java.util.List;

/**
 * One reason for a no: the platform's code, a sentence, and the fields it is about.
 *
 * @param matches ids of the records that a duplicate rule has found
 */
public record Fault(String code, String message, List<String> fields, List<String> matches) {

    public Fault {
        fields = List.copyOf(fields);
        matches = List.copyOf(matches);
    }

    public Fault(String code, String message, List<String> fields) {
        this(code, message, fields, List.of());
    }

    public static Fault of(String code, String message, String... fields) {
        return new Fault(code, message, List.of(fields));
    }
}
