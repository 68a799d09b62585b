package io.smarketing.daemon.command.provision;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
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

    /** A field that each team has. */
    Entry field(String name) {
        return new Entry(need(name + ".label"), need(name + ".help"));
    }

    /** The time at which a stage was entered; a team's own stage goes by its name. */
    Entry stamp(String stage) {
        String word = word(stage);
        String meaning = words.getProperty("stage." + stage + ".help", "");
        return new Entry(
                MessageFormat.format(need("stamp.label"), word),
                MessageFormat.format(need("stamp.help"), word, meaning).strip());
    }

    /** The list of those who wait in a stage. */
    String waiting(String stage) {
        return MessageFormat.format(need("list.waiting.label"), word(stage));
    }

    private String word(String stage) {
        String name =
                Character.toUpperCase(stage.charAt(0)) + stage.substring(1).replace('-', ' ');
        return words.getProperty("stage." + stage, name);
    }

    private String need(String name) {
        return Objects.requireNonNull(words.getProperty(name), name);
    }
}
