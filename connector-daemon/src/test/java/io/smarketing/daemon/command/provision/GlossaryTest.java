package io.smarketing.daemon.command.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.lifecycle.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTest {

    private final Glossary glossary = Glossary.read();

    @ParameterizedTest
    @ValueSource(
            strings = {"subscriber", "lead", "mql", "sal", "sql", "opportunity", "customer", "recycled", "disqualified"
            })
    void each_usual_stage_is_explained_where_its_time_stands(String stage) {
        assertThat(glossary.stamp(stage).help())
                .startsWith("When this person reached the stage ")
                .endsWith(".")
                .hasSizeBetween(60, 255);
        assertThat(glossary.stamp(stage).label()).endsWith(" at").hasSizeLessThan(40);
    }

    @Test
    void what_an_mql_is_stands_beside_its_time() {
        assertThat(glossary.stamp("mql"))
                .isEqualTo(new Glossary.Entry(
                        "MQL at",
                        "When this person reached the stage MQL. An MQL (marketing-qualified lead) is fit and interested enough, by"
                                + " the agreed criteria, for sales to call."));
        assertThat(glossary.waiting("mql")).isEqualTo("MQLs waiting");
    }

    @Test
    void a_moment_is_told_as_a_time_and_in_minutes() {
        assertThat(glossary.moment(Moment.TOUCHED, "business-minutes").label())
                .isEqualTo("Business minutes until the first touch");
        assertThat(glossary.moment(Moment.ASSIGNED, "at"))
                .isEqualTo(new Glossary.Entry("Assigned at", "When a person in sales first owned the lead."));
    }

    @Test
    void a_field_of_a_teams_own_goes_by_its_name() {
        assertThat(glossary.field("sourceRecord").label()).isEqualTo("Source record");
    }

    @Test
    void a_stage_of_a_teams_own_goes_by_its_name() {
        assertThat(glossary.stamp("demo-booked"))
                .isEqualTo(new Glossary.Entry("Demo booked at", "When this person reached the stage Demo booked."));
    }
}
