package io.smarketing.daemon.config.yaml;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads scalars as what they are meant to be, and reports those that are not. */
final class Scalars {

    /** What YAML readers of one version or another take for something else than text. */
    private static final Pattern TRAP = Pattern.compile(
            "(?i:y|n|yes|no|on|off|true|false|null|~)" // a truth value, or nothing at all
                    + "|[-+]?\\d+(:[0-5]?\\d)+" // base sixty, or a time
                    + "|[-+]?0([0-9]+|[0-7_]+)" // octal for some, decimal without its zero for others
                    + "|[-+]?0(o[0-7]+|x[0-9a-fA-F_]+|b[01_]+)"
                    + "|[-+]?\\d+(\\.\\d*)?[eE][-+]?\\d+" // a number with an exponent
                    + "|[-+]?\\.(?i:inf|nan)");

    /** All that an HTTP header can carry, and that tokens are made of. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(ms|s|m|h|d)");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*%");

    private final Problems problems;

    Scalars(Problems problems) {
        this.problems = problems;
    }

    /** A text that is not empty and that every YAML reader takes for text. */
    Optional<String> text(Node node, String name) {
        if (!(node instanceof TextNode text) || text.text().isBlank() && !text.hidden()) {
            return wrong(node, name, "a text");
        }
        if (text.text().isBlank()) {
            // Its substitution is reported already.
            return Optional.empty();
        }
        if (text.plain() && !text.hidden() && TRAP.matcher(text.text()).matches()) {
            problems.add(
                    text.at(),
                    "without quotes, YAML readers take " + text.text() + " for something other than text: write \""
                            + text.text() + "\"");
            return Optional.empty();
        }
        return Optional.of(text.text());
    }

    /** A text that is never shown, and that is taken as it stands. */
    Optional<String> secret(Node node, String name) {
        return node instanceof TextNode text && !text.text().isBlank() ? Optional.of(text.text()) : text(node, name);
    }

    /** A secret that a program has made. */
    Optional<String> token(Node node, String name) {
        Optional<String> token = secret(node, name);
        if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
            problems.add(
                    node.at(),
                    Words.quoted(name) + " has a character that no token has: a blank, a line break, or one beyond"
                            + " ASCII; copy it once more");
            return Optional.empty();
        }
        return token;
    }

    Optional<Boolean> flag(Node node, String name) {
        if (node instanceof TextNode text
                && (text.text().equals("true") || text.text().equals("false"))) {
            return Optional.of(Boolean.valueOf(text.text()));
        }
        return wrong(node, name, "true or false");
    }

    OptionalLong count(Node node, String name) {
        if (node instanceof TextNode text && text.text().matches("0|[1-9]\\d{0,14}")) {
            return OptionalLong.of(Long.parseLong(text.text()));
        }
        wrong(node, name, "a whole number such as 1000");
        return OptionalLong.empty();
    }

    /** A share above 0 % and up to 100 %, as a number up to 1. */
    Optional<Double> percent(Node node, String name) {
        if (node instanceof TextNode text) {
            Matcher percent = PERCENT.matcher(text.text());
            double share = percent.matches() ? Double.parseDouble(percent.group(1)) / 100 : 0;
            if (share > 1) {
                problems.add(text.at(), Words.quoted(name) + " takes 100% at most, not " + text.shown());
                return Optional.empty();
            }
            if (share > 0) {
                return Optional.of(share);
            }
        }
        return wrong(node, name, "a percentage such as 20%");
    }

    Optional<Duration> duration(Node node, String name) {
        if (node instanceof TextNode text) {
            Matcher duration = DURATION.matcher(text.text());
            if (duration.matches()) {
                return Optional.of(of(Long.parseLong(duration.group(1)), duration.group(2)));
            }
        }
        return wrong(node, name, "a time such as 10s, 5m or 1h");
    }

    private static Duration of(long count, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    <T> Optional<T> choice(Node node, String name, Map<String, T> words) {
        if (!(node instanceof TextNode text)) {
            return wrong(node, name, Words.either(words.keySet()));
        }
        T chosen = words.get(text.text());
        if (chosen == null) {
            problems.add(
                    text.at(),
                    Words.quoted(name) + " takes " + Words.either(words.keySet()) + ", not " + text.shown(),
                    Words.nearest(text.text(), words.keySet()));
        }
        return Optional.ofNullable(chosen);
    }

    private <T> Optional<T> wrong(Node node, String name, String expected) {
        String found = node instanceof TextNode text && !text.text().isEmpty() ? text.shown() : node.kind();
        problems.add(node.at(), Words.quoted(name) + " takes " + expected + ", not " + found);
        return Optional.empty();
    }
}
