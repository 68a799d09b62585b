package io.smarketing.core.lifecycle;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How marketing's score of a lead becomes a word.
 *
 * @param score the mapped number field
 * @param least the least score for each word, the best first
 */
public record Grading(FieldName score, Map<String, BigDecimal> least) {

    public Grading {
        least = Collections.unmodifiableMap(new LinkedHashMap<>(least));
        List<BigDecimal> down = List.copyOf(least.values());
        for (int i = 1; i < down.size(); i++) {
            if (down.get(i).compareTo(down.get(i - 1)) >= 0) {
                throw new IllegalArgumentException("grades stand from the best down");
            }
        }
    }

    /** The first word whose least score is reached; empty if none is, or if there is no score. */
    public Optional<String> grade(Fields neutral) {
        try {
            return grade(new BigDecimal(neutral.text(score)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<String> grade(BigDecimal reached) {
        return least.entrySet().stream()
                .filter(e -> reached.compareTo(e.getValue()) >= 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
