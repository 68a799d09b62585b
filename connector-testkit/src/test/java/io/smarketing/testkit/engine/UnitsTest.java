package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.CONTACT;
import static io.smarketing.testkit.engine.Bench.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.sync.Parked;
import io.smarketing.testkit.crm.FakeType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An amount never crosses without the currency it is counted in. */
final class UnitsTest {

    private static final String WHO = "lead-0001@example.com";
    private final Bench bench = new Bench();

    @BeforeEach
    void amounts() {
        bench.left.define(CONTACT, FakeType.spec("currency", FieldType.TEXT));
        offer("EUR", "USD");
        bench.right.define(LEAD, counted(FakeType.spec("score", FieldType.NUMBER)));
        bench.rules(Stream.of(
                        Rules.of("score", FieldType.NUMBER),
                        Rules.text("name"),
                        Rules.text("company"),
                        Rules.text("email"),
                        Rules.text("currency").onlyOn(LEAD))
                .map(Rules::rule)
                .toArray(FieldRule[]::new));
    }

    private void offer(String... currencies) {
        FieldSpec text = FakeType.spec("currency", FieldType.PICKLIST, Trait.RESTRICTED);
        bench.right.define(
                LEAD,
                new FieldSpec(
                        text.name(),
                        text.type(),
                        text.label(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        List.of(currencies),
                        text.traits()));
    }

    private static FieldSpec counted(FieldSpec spec) {
        return new FieldSpec(
                spec.name(),
                spec.type(),
                spec.label(),
                spec.maxLength(),
                spec.scale(),
                spec.options(),
                spec.traits(),
                Optional.of(FieldName.of("currency")));
    }

    private List<String> aside() {
        return bench.parked().stream()
                .map(Parked::field)
                .map(f -> f.orElseThrow().text())
                .sorted()
                .toList();
    }

    private void later() {
        bench.clock.advance(Duration.ofHours(1));
        bench.sync();
    }

    @Test
    void aNewRecordGetsNoAmountInACurrencyThatItCannotHave() {
        bench.leftPerson(WHO, "company", "Acme", "score", "100", "currency", "GBP");
        bench.sync();
        assertThat(bench.rightText(WHO, "company")).isEqualTo("Acme");
        assertThat(bench.rightText(WHO, "score")).isEmpty();
        assertThat(aside()).containsExactly("currency", "score");
        assertThat(bench.parked()).anySatisfy(p -> assertThat(p.sentence()).contains("waits for 'currency'"));
        offer("EUR", "USD", "GBP");
        later();
        assertThat(bench.rightText(WHO, "score")).isEqualTo("100");
        assertThat(bench.rightText(WHO, "currency")).isEqualTo("GBP");
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void anAmountThatIsEditedWaitsForItsCurrency() {
        bench.leftPerson(WHO, "company", "Acme", "score", "100", "currency", "EUR");
        bench.sync();
        bench.left.edit(bench.leftRef(WHO), "currency", "GBP");
        bench.left.edit(bench.leftRef(WHO), "score", "90");
        later();
        assertThat(bench.rightText(WHO, "score")).isEqualTo("100");
        assertThat(bench.rightText(WHO, "currency")).isEqualTo("EUR");
        assertThat(aside()).containsExactly("currency", "score");
        bench.left.edit(bench.leftRef(WHO), "score", "80");
        later();
        assertThat(bench.rightText(WHO, "score"))
                .as("one that is edited alone, too")
                .isEqualTo("100");
        bench.left.edit(bench.leftRef(WHO), "currency", "USD");
        later();
        assertThat(bench.rightText(WHO, "score")).isEqualTo("80");
        assertThat(bench.rightText(WHO, "currency")).isEqualTo("USD");
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void whatTheCrmItselfRefusesTakesItsAmountWithIt() {
        bench.leftPerson(WHO, "company", "Acme", "score", "100", "currency", "EUR");
        bench.sync();
        bench.right.mishaps().refuse(FieldName.of("currency"), FailureKind.INVALID_VALUE, "No such currency.");
        bench.left.edit(bench.leftRef(WHO), "company", "Other");
        bench.left.edit(bench.leftRef(WHO), "currency", "USD");
        bench.left.edit(bench.leftRef(WHO), "score", "90");
        later();
        assertThat(bench.rightText(WHO, "company")).isEqualTo("Other");
        assertThat(bench.rightText(WHO, "score")).isEqualTo("100");
        assertThat(aside()).containsExactly("currency", "score");
        bench.right.mishaps().heal();
        later();
        assertThat(bench.rightText(WHO, "score")).isEqualTo("90");
        assertThat(bench.parked()).isEmpty();
    }
}
