package io.smarketing.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GradingTest {

    private static Grading grading(String best, int high, String other, int low) {
        Map<String, BigDecimal> least = new LinkedHashMap<>();
        least.put(best, BigDecimal.valueOf(high));
        least.put(other, BigDecimal.valueOf(low));
        return new Grading(FieldName.of("score"), least);
    }

    @ParameterizedTest
    @CsvSource({"80,A", "80.0,A", "1E+2,A", "79.99,B", "40,B", "39.99,", "-5,", "'',", "many,"})
    void aGradeIsTheFirstWhoseLeastScoreIsReached(String score, String grade) {
        assertThat(grading("A", 80, "B", 40).grade(Fields.of("score", score)).orElse(null))
                .isEqualTo(grade);
    }

    @Test
    void withoutAScoreThereIsNoGrade() {
        assertThat(grading("A", 80, "B", 0).grade(Fields.of("other", "90"))).isEmpty();
    }

    @Test
    void gradesStandFromTheBestDown() {
        assertThatThrownBy(() -> grading("B", 40, "A", 80)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> grading("A", 80, "B", 80)).isInstanceOf(IllegalArgumentException.class);
    }
}
