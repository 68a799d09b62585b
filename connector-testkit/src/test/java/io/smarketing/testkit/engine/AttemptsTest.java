package io.smarketing.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.Touch.Kind;
import io.smarketing.core.lifecycle.Handoff.Lookout;
import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.testkit.crm.Call;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where several tries to reach a person are promised, each is found, once, and no more than that. */
final class AttemptsTest {

    private static final String WHO = "lead-0001@example.com";

    private final Bench bench = Funnel.bench()
            .lifecycle(Funnel.lifecycle(50), Funnel.PROMISED.with(new Lookout(3, Optional.empty())), Funnel.own());

    @Test
    void severalBetweenTwoRoundsAreAllFoundInBothCrms() {
        handedOver();
        touch(true);
        touch(false);
        bench.sync();

        assertThat(handover().at(Moment.TOUCHED)).isPresent();
        assertThat(handover().further()).hasSize(1);
        touch(true);
        touch(true);
        bench.sync();
        assertThat(handover().further()).as("three were promised").hasSize(2);
        assertThat(handover().further().first())
                .isAfter(handover().at(Moment.TOUCHED).orElseThrow());
    }

    @Test
    void aFurtherLookFindsNothingNew() {
        handedOver();
        touch(true);
        bench.sync();
        Handover before = handover();
        pass();
        bench.left.edit(bench.leftRef(WHO), "company", "Acme Two");
        bench.sync();

        assertThat(handover()).isEqualTo(before);
    }

    @Test
    void whereOneTryIsPromisedItIsAskedForOnce() {
        Bench one = Funnel.bench();
        one.leftPerson(WHO, "company", "Acme", "score", "70");
        one.sync();
        one.clock.advance(Duration.ofMinutes(10));
        one.left.touch(one.leftRef(WHO), Kind.CALL);
        one.sync();
        int asked = one.left.mishaps().made(Call.TOUCHES);
        one.clock.advance(Duration.ofMinutes(10));
        one.left.touch(one.leftRef(WHO), Kind.CALL);
        one.sync();

        assertThat(one.left.mishaps().made(Call.TOUCHES)).isEqualTo(asked);
    }

    private void handedOver() {
        bench.leftPerson(WHO, "company", "Acme", "score", "70");
        bench.sync();
        pass();
    }

    private void touch(boolean left) {
        if (left) {
            bench.left.touch(bench.leftRef(WHO), Kind.CALL);
        } else {
            bench.right.touch(bench.rightRef(WHO), Kind.MEETING);
        }
        pass();
    }

    private void pass() {
        bench.clock.advance(Duration.ofMinutes(10));
    }

    private Handover handover() {
        return bench.books.everybody().get(0).progress().handover();
    }
}
