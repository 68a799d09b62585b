package io.smarketing.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.crm.record.Touch.Kind;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lifecycle.Handoff.Lookout;
import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.testkit.crm.Call;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where it matters that the owner tries to reach a person, the owner's first try is found, whoever tried before. */
final class OwnerTouchTest {

    private static final String WHO = "lead-0001@example.com";
    /** The company stands for the owner here: the benches' CRMs keep none. */
    private static final Lookout OWNER = new Lookout(1, Optional.of(FieldName.of("company")));

    private final Bench bench =
            Funnel.bench().lifecycle(Funnel.lifecycle(50), Funnel.PROMISED.with(OWNER), Funnel.own());

    @Test
    void theOwnersTryIsToldApartFromAnothers() {
        bench.leftPerson(WHO, "company", "owner@example.com", "score", "70");
        bench.sync();
        touch("another@example.com");
        bench.sync();
        assertThat(handover().at(Moment.TOUCHED)).isPresent();
        assertThat(handover().at(Moment.TOUCHED_BY_OWNER)).isEmpty();

        touch("another@example.com");
        touch("Owner@example.com");
        bench.sync();

        assertThat(handover().at(Moment.TOUCHED_BY_OWNER))
                .hasValueSatisfying(at -> assertThat(at)
                        .isEqualTo(handover().at(Moment.TOUCHED).orElseThrow().plus(Duration.ofMinutes(20))));
        int asked = bench.left.mishaps().made(Call.TOUCHES);
        touch("owner@example.com");
        bench.sync();
        assertThat(bench.left.mishaps().made(Call.TOUCHES))
                .as("nothing is looked for any more")
                .isEqualTo(asked);
    }

    private void touch(String who) {
        bench.clock.advance(Duration.ofMinutes(10));
        bench.left.touch(bench.leftRef(WHO), new Touch(bench.clock.instant(), Kind.CALL, Email.in(who)));
    }

    private Handover handover() {
        return bench.books.everybody().get(0).progress().handover();
    }
}
