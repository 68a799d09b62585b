package io.smarketing.daemon.config.agreement;

import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.sla.terms.Persona;
import io.smarketing.daemon.cel.Conditions;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words that both teams use. What a stage means is said once, by its criteria in {@code lifecycle.yaml}; a word of
 * the agreement that stands for a stage means just that.
 */
final class Vocabulary {

    static final List<String> WORD_KEYS = List.of("stage", "means");
    static final List<String> PERSONA_KEYS = List.of("means", "criteria");

    private final Map<String, List<Criterion>> stages;
    private final Map<String, String> said = new LinkedHashMap<>();
    private final List<Chapter.Entry> words = new ArrayList<>();
    private final List<Chapter.Entry> personas = new ArrayList<>();
    private final List<Persona> kinds = new ArrayList<>();

    Vocabulary(Section file, Lifecycle lifecycle, Conditions conditions) {
        this.stages = stages(lifecycle);
        file.section("glossary").ifPresent(glossary -> {
            for (String word : glossary.keys()) {
                glossary.section(word, "word " + Words.quoted(word)).ifPresent(s -> word(word, s));
            }
        });
        file.section("personas").ifPresent(all -> {
            for (String name : all.keys()) {
                all.section(name, "persona " + Words.quoted(name)).ifPresent(s -> persona(name, s, conditions));
            }
        });
    }

    /** What makes each stage and detour. */
    static Map<String, List<Criterion>> stages(Lifecycle lifecycle) {
        Map<String, List<Criterion>> stages = new LinkedHashMap<>();
        lifecycle
                .rules()
                .forEach(r -> stages.put(
                        r.stage().name(),
                        Stream.concat(r.criteria().stream(), r.gate().stream()).toList()));
        lifecycle.detours().forEach(d -> stages.put(d.name(), d.criteria()));
        return stages;
    }

    private void word(String word, Section section) {
        section.only(WORD_KEYS);
        if (!section.has("stage") && !section.has("means")) {
            section.problem("", "say what the word means, or name the stage of lifecycle.yaml that it stands for");
        }
        List<String> says = new ArrayList<>();
        section.text("means").ifPresent(says::add);
        Stages.of(section, "stage", stages.keySet()).ifPresent(stage -> {
            says.add("is the stage " + stage + " of lifecycle.yaml");
            stages.getOrDefault(stage, List.of()).forEach(line -> {
                says.add(line.name() + ": " + line.source());
                said.put("glossary / " + word + " / criteria / " + line.name(), line.source());
            });
        });
        words.add(new Chapter.Entry(word, says));
    }

    private void persona(String name, Section section, Conditions conditions) {
        section.only(PERSONA_KEYS);
        Optional<Section> lines = section.section("criteria");
        List<Criterion> criteria = List.copyOf(lines.map(conditions::lines).orElse(List.of()));
        if (lines.map(l -> l.keys().size()).orElse(0) == criteria.size()) {
            kinds.add(new Persona(name, criteria));
        }
        personas.add(new Chapter.Entry(name, Facts.of(section)));
    }

    /** Whom both sell to; one with a line that cannot be read is nobody. */
    List<Persona> personas() {
        return kinds;
    }

    /** The criteria that the words stand for. */
    Map<String, String> said() {
        return said;
    }

    List<Chapter> chapters() {
        return List.of(new Chapter("The words", words), new Chapter("Personas", personas));
    }
}
