package io.smarketing.daemon.command.provision;

import io.smarketing.core.lifecycle.Moment;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The words of the trade that stand beside our fields in the CRMs; all of them stand in one resource. */
final class Glossary {

    private static final String FILE = "/io/smarketing/daemon/glossary.properties";

    private final Properties words;

    private Glossary(Properties words) {
        this.words = words;
    }

    static Glossary read() {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Glossary.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(in);
            return new Glossary(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a field is called, and what it means.
     *
     * @param help a sentence or two
     */
    record Entry(String label, String help) {}

    /** A field that it knows by name, or one of a team's own, which goes by its name. */
    Entry field(String name) {
        String label = "field." + name + ".label";
        return words.containsKey(label)
                ? new Entry(need(label), need("field." + name + ".help"))
                : new Entry(
                        capital(name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)),
                        need("field.other.help"));
    }

    /** The time at which a stage was entered; a team's own stage goes by its name. */
    Entry stamp(String stage) {
        return entry("stamp", word(stage), words.getProperty("stage." + stage + ".help", ""));
    }

    /** How a moment of the handoff is told: {@code at}, in {@code minutes}, or in {@code business-minutes}. */
    Entry moment(Moment moment, String how) {
        Object[] forms =
                need("moment." + moment.name().toLowerCase(Locale.ROOT)).split("\\|");
        return entry("moment." + how, forms);
    }

    /** The list of those who wait in a stage. */
    String waiting(String stage) {
        return MessageFormat.format(need("waiting.label"), word(stage));
    }

    /** The list of those for whom a promise is about to be broken, or is. */
    String atRisk() {
        return need("at-risk.label");
    }

    private Entry entry(String pattern, Object... forms) {
        return new Entry(
                MessageFormat.format(need(pattern + ".label"), forms),
                MessageFormat.format(need(pattern + ".help"), forms).strip());
    }

    private String word(String stage) {
        return Optional.ofNullable(words.getProperty("stage." + stage))
                .orElseGet(() -> capital(stage.replace('-', ' ')));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String need(String name) {
        return Objects.requireNonNull(words.getProperty(name), name);
    }
}
