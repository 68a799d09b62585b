package io.smarketing.sandbox.org.error;

import java.util.List;

/** One reason for a no: the platform's code, a sentence, and the fields it is about. */
public record Fault(String code, String message, List<String> fields) {

    public Fault {
        fields = List.copyOf(fields);
    }

    public static Fault of(String code, String message, String... fields) {
        return new Fault(code, message, List.of(fields));
    }
}
