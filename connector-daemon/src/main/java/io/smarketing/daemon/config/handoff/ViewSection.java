package io.smarketing.daemon.config.handoff;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lifecycle.Grading;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what sales is to see of marketing's view: the score and its grades, the source and its track record. */
public final class ViewSection {

    public static final List<String> KEYS = List.of("score", "grades", "source");

    private final Optional<Grading> grading;
    private final Optional<FieldName> source;

    /** @param mapped the fields of mapping.yaml */
    ViewSection(Section view, Map<FieldName, FieldType> mapped) {
        view.only(KEYS);
        if (view.has("score") || view.has("grades")) {
            view.require("score", "name the mapped field that holds marketing's score")
                    .require("grades", "name the grades with the least score of each, such as {A: 80, B: 60}");
        } else if (!view.has("source")) {
            view.problem("", "a view needs a score with its grades, or a source: name their fields of mapping.yaml");
        }
        this.source = HandoffSection.mapped(view, "source", mapped.keySet());
        this.grading = grading(view, mapped);
    }

    private static Optional<Grading> grading(Section view, Map<FieldName, FieldType> mapped) {
        Optional<FieldName> score = HandoffSection.mapped(view, "score", mapped.keySet());
        score.filter(name -> mapped.getOrDefault(name, FieldType.NUMBER) != FieldType.NUMBER)
                .ifPresent(name -> view.valueProblem(
                        "score",
                        "grades need a number: give the field " + Words.quoted(name.text())
                                + " of mapping.yaml the type number",
                        Optional.empty()));
        Map<String, BigDecimal> least = new LinkedHashMap<>();
        view.section("grades").ifPresent(grades -> read(grades, least));
        return score.map(name -> new Grading(name, least));
    }

    /** A grade that is wrong is reported and left out. */
    private static void read(Section grades, Map<String, BigDecimal> least) {
        if (grades.keys().isEmpty()) {
            grades.problem("", "there is no grade: name some with the least score of each, such as {A: 80, B: 60}");
        }
        long above = Long.MAX_VALUE;
        for (String key : grades.keys()) {
            Optional<String> word = grades.keyText(key);
            OptionalLong score = grades.count(key);
            if (score.isPresent() && score.getAsLong() >= above) {
                grades.valueProblem(
                        key,
                        "grades stand from the best down: the least score of " + Words.quoted(key) + " must be below "
                                + above,
                        Optional.empty());
            } else if (score.isPresent()) {
                above = score.getAsLong();
                word.ifPresent(w -> least.put(w, BigDecimal.valueOf(score.getAsLong())));
            }
        }
    }

    Optional<Grading> grading() {
        return grading;
    }

    /** The mapped field that tells where a lead comes from. */
    Optional<FieldName> source() {
        return source;
    }
}
