package io.smarketing.daemon.cel;

import dev.cel.runtime.CelEvaluationException;
import io.smarketing.daemon.config.yaml.Words;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the compiler says, in the admin's words. */
record CelWords(String sentence, Optional<String> meant) {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(known )?([^']*)'.*");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*");

    static CelWords of(String message, Set<String> fields) {
        String line = firstLine(message);
        Matcher undeclared = UNDECLARED.matcher(line);
        if (undeclared.matches()) {
            String name = undeclared.group(2);
            return new CelWords(
                    "no field or function " + Words.quoted(name) + " is known here: conditions see the fields of"
                            + " mapping.yaml by name",
                    Words.nearest(name, fields));
        }
        Matcher overload = NO_OVERLOAD.matcher(line);
        if (overload.matches()) {
            return new CelWords(misfit(overload.group(1), overload.group(2)), Optional.empty());
        }
        return new CelWords(isSyntax(line) ? "this is no CEL: " + line + hint(line) : line, Optional.empty());
    }

    private static String misfit(String function, String types) {
        String operator = function.replaceAll("[_@]", "");
        String operands = Arrays.stream(types.replaceAll("^.*?\\(|\\)$", "").split(", "))
                .map(CelWords::type)
                .collect(Collectors.joining(" and "));
        boolean mixed = types.contains("double") && types.contains("int");
        return "'" + operator + "' does not go with " + operands
                + (mixed ? ": write the whole number with a point, such as 50.0" : "");
    }

    private static String hint(String line) {
        return line.contains("'= '") || line.contains("'='") ? " (equality is ==)" : "";
    }

    static boolean isSyntax(String message) {
        return message.contains("token recognition error")
                || message.contains("mismatched input")
                || message.contains("extraneous input")
                || message.contains("no viable alternative")
                || message.contains("missing ");
    }

    /** Why a line, or a part of it, could not be computed. */
    static String fault(CelEvaluationException e) {
        return firstLine(String.valueOf(e.getMessage())).replaceFirst("^evaluation error( at [^:]*:\\d+)?: ", "");
    }

    /** A type's name as the mapping words it. */
    static String type(String name) {
        return switch (name) {
            case "string" -> "text";
            case "double" -> "a number";
            case "int", "uint" -> "a whole number";
            case "bool" -> "true or false";
            case "google.protobuf.Timestamp" -> "a time";
            case "list(string)", "list" -> "a multi-select";
            default -> name;
        };
    }

    static String firstLine(String message) {
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceAll(" expecting \\{.*", "")
                .replace("'<EOF>'", "the end");
    }
}
