package io.smarketing.daemon.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.daemon.config.yaml.MapNode;
import io.smarketing.daemon.config.yaml.Position;
import io.smarketing.daemon.config.yaml.Problems;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

    private static final Map<FieldName, FieldType> TYPES = Map.of(
            FieldName.of("jobTitle"), FieldType.TEXT,
            FieldName.of("employees"), FieldType.NUMBER,
            FieldName.of("score"), FieldType.NUMBER,
            FieldName.of("optOut"), FieldType.BOOLEAN,
            FieldName.of("since"), FieldType.DATE,
            FieldName.of("seenAt"), FieldType.DATETIME,
            FieldName.of("interests"), FieldType.MULTI_PICKLIST);

    /** A lead whose fields are all set but the score. */
    private static final Fields LEAD = fields(Map.of(
            "jobTitle", "VP of Sales",
            "employees", "50",
            "score", "",
            "optOut", "false",
            "since", "2026-01-31",
            "seenAt", "2026-02-01T10:00:00Z",
            "interests", "crm;sync"));

    private static final Line TAKING_ALL = line("jobTitle.contains('x') || employees >= 1 || score < 3.5 || optOut"
            + " || seenAt > since || 'x' in interests || jobTitle.matches(jobTitle) || double(jobTitle) > 1.0");

    private static Fields fields(Map<String, String> values) {
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        values.forEach((k, v) -> fields.put(FieldName.of(k), FieldValue.of(v)));
        return new Fields(fields);
    }

    private static Line line(String cel) {
        Problems problems = new Problems();
        Position at = Position.startOf("t");
        TextNode key = new TextNode(at, "line", true, Optional.empty(), false);
        TextNode value = new TextNode(at, cel, true, Optional.of(at), false);
        Section group = new Section("t", new MapNode(at, List.of(new MapNode.Entry(key, value))), problems);
        List<Line> lines = new Conditions(TYPES, problems).lines(group);
        assertThat(problems.all()).isEmpty();
        return lines.get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            jobTitle.contains('VP') && employees >= 50;                 true
            employees >= 50.5;                                          false
            employees == 50.0;                                          true
            jobTitle.lowerAscii().startsWith('vp');                     true
            jobTitle.matches('(?i)^vp');                                true
            since < timestamp('2026-02-01T00:00:00Z');                  true
            seenAt > since;                                             true
            'crm' in interests && size(interests) == 2;                 true
            interests.exists(i, i.startsWith('sy'));                    true
            !optOut;                                                    true
            known(jobTitle) && !known(score);                           true
            score >= 1;                                                 false
            score < 1;                                                  false
            !(score >= 1);                                              false
            score >= 1 || jobTitle.contains('VP');                      true
            score >= 1 && jobTitle.contains('VP');                      false
            !known(score) || score >= 1;                                true
            int(jobTitle) > 3;                                          false
            """)
    void a_line_is_true_or_not(String cel, boolean holds) {
        assertThat(line(cel.strip()).holds(LEAD)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "jobTitle == '', true",
        "optOut, false",
        "!optOut, true",
        "interests.size() == 0, true",
        "known(jobTitle) || known(employees) || known(optOut) || known(since) || known(interests), false",
        "since > timestamp('2000-01-01T00:00:00Z'), false"
    })
    void fields_that_are_not_told_are_blank(String cel, boolean holds) {
        assertThat(line(cel).holds(Fields.NONE)).isEqualTo(holds);
    }

    @Test
    void a_line_that_cannot_be_computed_from_these_values_says_why() {
        Line line = line("'VP of Sales'.matches(jobTitle)");
        assertThat(line.fault(LEAD)).isEmpty();
        Fields unclosed = fields(Map.of("jobTitle", "((vp"));
        assertThat(line.holds(unclosed)).isFalse();
        assertThat(line.fault(unclosed))
                .hasValueSatisfying(why -> assertThat(why).contains("missing closing )"));
        assertThat(line("score >= 1").fault(LEAD)).isEmpty();
    }

    @Property(tries = 300)
    void no_value_makes_a_line_throw(@ForAll String hostile, @ForAll double number) {
        Map<String, String> told = new LinkedHashMap<>();
        TYPES.forEach(
                (name, type) -> told.put(name.text(), type == FieldType.NUMBER ? Double.toString(number) : hostile));
        Map<String, String> wrong = new LinkedHashMap<>();
        TYPES.keySet().forEach(name -> wrong.put(name.text(), hostile));
        assertThatCode(() -> {
                    TAKING_ALL.holds(fields(told));
                    TAKING_ALL.holds(fields(wrong));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void a_line_keeps_its_name_and_its_words() {
        Line line = line("employees >= 50");
        assertThat(line.name()).isEqualTo("line");
        assertThat(line.source()).isEqualTo("employees >= 50");
    }

    @Test
    void words_of_the_language_name_no_field() {
        assertThat(List.of("in", "type", "null", "1st", "job title", "")).noneMatch(Conditions::canName);
        assertThat(List.of("jobTitle", "a_1", "email")).allMatch(Conditions::canName);
    }
}
