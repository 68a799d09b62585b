package io.smarketing.daemon.config.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.daemon.config.yaml.Problems;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.YamlText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reasons for which sales sends leads back: one list for both verdicts, or one for each. */
final class ReasonLinesTest {

    private final Problems problems = new Problems();

    private Reasons reasons(String yaml, String detour) {
        Section group = new YamlText("lifecycle.yaml", yaml, Map.of(), problems)
                .root()
                .map(root -> new Section("reasons", root, problems))
                .orElseThrow();
        return new Reasons(
                FieldName.of("verdict"),
                FieldName.of("reason"),
                new ReasonLines(List.of("recycled", "lost")).read(group).get(detour));
    }

    private static boolean holds(Reasons reasons, String verdict, String reason) {
        return reasons.holds(Fields.of("verdict", verdict).with(FieldName.of("reason"), FieldValue.of(reason)));
    }

    @Test
    void eachVerdictMayHaveReasonsOfItsOwn() {
        Reasons recycled = reasons(
                "rejected: {too early: recycled}\ndisqualified: {no budget: recycled, no fit: lost}\n", "recycled");

        assertThat(holds(recycled, "rejected", "too early")).isTrue();
        assertThat(holds(recycled, "disqualified", "too early")).isFalse();
        assertThat(holds(recycled, "disqualified", "no budget")).isTrue();
        assertThat(holds(recycled, "disqualified", "no fit")).isFalse();
        assertThat(recycled.words()).containsExactly("no budget", "too early");
        assertThat(recycled.source())
                .isEqualTo("verdict is disqualified, and reason is one of no budget;"
                        + " or verdict is rejected, and reason is one of too early");
    }

    @Test
    void oneListIsForBothAndAReasonMayBeCalledLikeAVerdict() {
        Reasons recycled = reasons("too early: recycled\nrejected: recycled\n", "recycled");

        assertThat(holds(recycled, "rejected", "too early")).isTrue();
        assertThat(holds(recycled, "disqualified", "rejected")).isTrue();
        assertThat(holds(recycled, "accepted", "too early")).isFalse();
        assertThat(recycled.source()).isEqualTo("verdict is not accepted, and reason is one of rejected, too early");
    }

    @Test
    void aDetourThatIsNotThereIsReported() {
        reasons("rejected: {too early: recyled, no fit: recycled}\n", "recycled");

        assertThat(problems.all())
                .singleElement()
                .satisfies(p -> assertThat(p.toString()).contains("there is no detour 'recyled'"));
    }
}
