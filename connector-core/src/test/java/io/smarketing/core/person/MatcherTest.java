package io.smarketing.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageTold;
import io.smarketing.core.lead.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class MatcherTest {
    private static final RecordType CONTACT = new RecordType("contact");
    private static final RecordType LEAD = new RecordType("lead");
    private final Matcher matcher = new Matcher(List.of(CONTACT, LEAD));

    private static CrmRecord record(RecordType type, String id, String key, int created) {
        Instant at = Instant.EPOCH.plusSeconds(created);
        return new CrmRecord(
                new RecordRef(new CrmId("crm"), type, id),
                at,
                at,
                Author.UNKNOWN,
                key,
                Optional.empty(),
                Fields.NONE,
                StageTold.NOTHING);
    }

    @Test
    void ourKeyThenTypeThenAgeThenIdDecide() {
        CrmRecord keyed = record(LEAD, "9", "k", 9);
        CrmRecord contact = record(CONTACT, "8", "", 8);
        CrmRecord older = record(LEAD, "7", "", 1);
        CrmRecord sameAge = record(LEAD, "6", "", 1);
        assertThat(matcher.principal(List.of(older, contact, keyed), List.of("k")))
                .contains(keyed);
        assertThat(matcher.principal(List.of(older, contact, keyed), List.of())).contains(contact);
        assertThat(matcher.principal(List.of(keyed, older), List.of())).contains(older);
        assertThat(matcher.principal(List.of(older, sameAge), List.of())).contains(sameAge);
        assertThat(matcher.principal(List.of(), List.of("k"))).isEmpty();
    }

    @Property(tries = 300)
    void theOrderInWhichTheyAreFoundDoesNotMatter(@ForAll("records") List<CrmRecord> found) {
        List<CrmRecord> turned = new java.util.ArrayList<>(found);
        java.util.Collections.reverse(turned);
        assertThat(matcher.principal(found, List.of("k"))).isEqualTo(matcher.principal(turned, List.of("k")));
    }

    @Provide
    Arbitrary<List<CrmRecord>> records() {
        return Combinators.combine(
                        Arbitraries.of(CONTACT, LEAD),
                        Arbitraries.of("1", "2", "3", "4"),
                        Arbitraries.of("", "k"),
                        Arbitraries.integers().between(0, 2))
                .as(MatcherTest::record)
                .list()
                .uniqueElements(r -> r.ref())
                .ofMaxSize(5);
    }
}
