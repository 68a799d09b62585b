package io.smarketing.core.sync.settle;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.StageTold;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lead.Stage;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.lifecycle.StageRule;
import io.smarketing.core.sync.told.Tells;
import io.smarketing.core.sync.told.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The CRM of {@link Tells} has words for lead, mql and customer; the lifecycle has sql too. */
final class OwnValuesTest {
    private static final List<String> NAMES = List.of("lead", "mql", "sql", "customer");
    private final OwnValues own = new OwnValues(
            new Lifecycle(
                    NAMES.stream()
                            .map(n -> new StageRule(new Stage(n, NAMES.indexOf(n)), Optional.empty()))
                            .toList(),
                    List.of()),
            new Handoffs(Optional.empty()));

    private static Told shown(String key, String stage, Fields fields) {
        CrmRecord plain = Tells.record("contact", "1", key, "", Tells.AT);
        return Tells.told(
                new CrmRecord(
                        plain.ref(),
                        plain.stamp(),
                        plain.createdAt(),
                        plain.modifiedBy(),
                        key,
                        plain.email(),
                        fields,
                        new StageTold(stage, Map.of(), Map.of(), Optional.empty())),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "mql, '', Qualified",
        "mql, Lead, Qualified",
        "mql, Qualified, ''",
        "mql, Customer, ''",
        "sql, '', Qualified",
        "sql, Qualified, ''",
        "mql, Nurture, ''",
        "'', Lead, ''"
    })
    void theStageFieldIsBroughtForwardAsFarAsThereAreWords(String reached, String shown, String written) {
        Fields missing =
                own.missing(Tells.person(1, new Progress(reached, Map.of())), shown("key-1", shown, Fields.NONE));
        assertThat(missing.text(FieldName.of("stage"))).isEqualTo(written);
        assertThat(missing.isEmpty()).isEqualTo(written.isEmpty());
    }

    @Test
    void keyAndStampsAreWrittenOnceAndCorrected() {
        Progress progress = new Progress("sql", Map.of("mql", Tells.AT, "sql", Tells.AT));
        Fields missing = own.missing(Tells.person(1, progress), shown("other", "Qualified", Fields.NONE));
        assertThat(missing.text(FieldName.of("key"))).isEqualTo("key-1");
        assertThat(missing.text(FieldName.of("mql_at"))).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(missing.names()).as("sql has no field here").hasSize(2);
        Fields held = new Fields(Map.of(FieldName.of("mql_at"), FieldValue.of("2026-03-02T09:00:00Z")));
        assertThat(own.missing(Tells.person(1, progress), shown("key-1", "Qualified", held))
                        .isEmpty())
                .isTrue();
    }
}
