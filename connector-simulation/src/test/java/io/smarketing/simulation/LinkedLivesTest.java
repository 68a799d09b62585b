package io.smarketing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.simulation.engine.Twist;
import io.smarketing.simulation.life.Counts;
import io.smarketing.simulation.life.Draw;
import io.smarketing.simulation.life.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lives about deals, and about people and the companies that they work for: all claims hold for links, too. */
final class LinkedLivesTest {

    private static final Set<String> LINKS = Set.of("company.smarketing_key", "Account.Smarketing_Key__c");

    @ParameterizedTest
    @ValueSource(longs = {3, 7})
    void allClaimsHold(long seed) {
        int length = Integer.getInteger("simulation.length", 100);
        Optional<String> violation =
                new Simulation(Wholes.setup()).violation(seed, Draw.operations(seed, length), new Counts());
        assertThat(violation).isEmpty();
    }

    /** An account without our key, since its row was locked: what was edited meanwhile was overwritten in silence. */
    @Test
    void aLinkThatCannotBeToldForAWhileBeatsNobodyInSilence() {
        List<Operation> life = Stream.of(
                        "227 NEW_IN_BOTH 909341 284384 25665",
                        "269 NEW_IN_ORG 351378 62958 832074",
                        "284 LOCKED_ROWS 703107 983822 550882",
                        "297 NEW_IN_ORG 960700 794035 501328",
                        "317 ROUND 617111 174019 2177",
                        "321 EDIT_IN_BOTH 165242 168610 354875",
                        "322 ROUND 777498 557617 389753")
                .map(Operation::of)
                .toList();
        assertThat(new Simulation(Wholes.setup()).violation(1017, life, new Counts()))
                .isEmpty();
    }

    /** What is wrong with links, on purpose. */
    enum Fault {
        WRITTEN_TO_ANOTHER(103) {
            @Override
            Twist twist() {
                String[] last = {""};
                return Twists.commands((crm, c) -> {
                    Fields fields = c.fields();
                    for (FieldName link : linked(c)) {
                        String key = fields.text(link);
                        fields = last[0].isEmpty() ? fields : fields.with(link, FieldValue.of(last[0]));
                        last[0] = key;
                    }
                    return c.with(fields);
                });
            }
        },
        NEVER_WRITTEN(3) {
            @Override
            Twist twist() {
                return Twists.writer((crm, real) -> commands -> {
                    List<WriteOutcome> all = new ArrayList<>();
                    for (WriteCommand c : commands) {
                        Fields rest = c.fields().without(linked(c));
                        all.add(
                                rest.isEmpty() && c instanceof WriteCommand.Update update
                                        ? new WriteOutcome.Written(
                                                update.ref(), Optional.empty(), Optional.of(c.fields()), Instant.EPOCH)
                                        : real.write(List.of(c.with(rest))).get(0));
                    }
                    return all;
                });
            }
        };

        private final long seed;

        Fault(long seed) {
            this.seed = seed;
        }

        abstract Twist twist();

        static Set<FieldName> linked(WriteCommand command) {
            Set<FieldName> links = new HashSet<>(command.fields().names());
            links.removeIf(name -> !LINKS.contains(name.text()));
            return links;
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aLinkThatIsWrongIsFound(Fault fault) {
        Simulation simulation = new Simulation(Wholes.setup(), fault.twist());
        Optional<String> violation = simulation.violation(fault.seed, Draw.operations(fault.seed, 150), new Counts());
        assertThat(violation).get().asString().startsWith("(a)").contains("'s account is");
    }

    @Test
    void everyTenthLifeIsAboutDealsAndEveryTenthAboutPeopleAndTheirCompanies() {
        assertThat(Wholes.setup().life(17).subjects()).hasSize(3);
        assertThat(Wholes.setup().life(23).subjects()).hasSize(2);
        assertThat(Wholes.setup().life(24).subjects()).hasSize(1);
        assertThat(Samples.setup().life(17).subjects())
                .isEqualTo(Samples.setup().life(1).subjects());
    }
}
