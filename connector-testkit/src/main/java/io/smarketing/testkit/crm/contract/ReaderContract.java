package io.smarketing.testkit.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an adapter's reader and schema must do. */
public interface ReaderContract {

    CrmLab lab();

    private RecordReader reader() {
        return lab().crm().reader();
    }

    @Test
    default void aRecordIsToldAsItIs() {
        RecordRef ref = lab().put(lab().person("Lead-0001@Example.com", "Åse & Co"));
        CrmRecord before = reader().byRefs(List.of(ref)).get(ref);
        assertThat(before.ref()).isEqualTo(ref);
        assertThat(before.ref().crm()).isEqualTo(lab().crm().id());
        assertThat(before.email()).contains(lab().known("lead-0001@example.com"));
        assertThat(before.fields().text(lab().text())).isEqualTo("Åse & Co");
        assertThat(before.key()).isEmpty();
        assertThat(before.stamp()).isAfterOrEqualTo(before.createdAt());
        lab().advance(Duration.ofMinutes(1));
        lab().edit(ref, Fields.of(lab().text().text(), ""));
        CrmRecord after = reader().byRefs(List.of(ref)).get(ref);
        assertThat(after.stamp()).isAfter(before.stamp());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.fields().get(lab().text()))
                .hasValueSatisfying(v -> assertThat(v.isBlank()).isTrue());
        assertThat(after.modifiedBy()).isIn(Author.SOMEBODY_ELSE, Author.UNKNOWN);
    }

    @Test
    default void aThousandAreReadAtOnceAndUnknownOrDeletedOnesAreLeftOut() {
        List<RecordRef> refs = new ArrayList<>();
        List<Email> emails = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String address = String.format("lead-%04d@example.com", i);
            refs.add(lab().put(lab().person(address, "t")));
            emails.add(lab().known(address));
        }
        lab().delete(refs.get(7));
        List<RecordRef> asked = new ArrayList<>(refs);
        asked.add(500, lab().unknown());
        Map<RecordRef, CrmRecord> read = reader().byRefs(asked);
        List<RecordRef> alive = new ArrayList<>(refs);
        alive.remove(7);
        assertThat(read).containsOnlyKeys(alive);
        emails.add(300, lab().known("nobody@example.com"));
        assertThat(reader().byEmails(emails)).extracting(CrmRecord::ref).containsExactlyInAnyOrderElementsOf(alive);
    }

    @Test
    default void anAddressIsNeverAQuery() {
        RecordRef plain = lab().put(lab().person("lead-0001@example.com", "t"));
        RecordRef quoted = lab().put(lab().person("o'lead@example.com", "t"));
        List<Email> hostile = List.of(
                lab().known("x' OR Name != '"),
                lab().known("%@example.com"),
                lab().known("lead-000_@example.com"),
                lab().known("x\\' OR Id != ''"),
                lab().known("\"<b>\"@example.com"),
                lab().known("*@example.com"));
        assertThat(reader().byEmails(hostile)).isEmpty();
        List<Email> mixed = new ArrayList<>(hostile);
        mixed.add(lab().known("o'lead@example.com"));
        assertThat(reader().byEmails(mixed)).extracting(CrmRecord::ref).containsExactly(quoted);
        assertThat(reader().byEmails(List.of(lab().known("LEAD-0001@example.com"))))
                .extracting(CrmRecord::ref)
                .containsExactly(plain);
    }

    @Test
    default void aKeyIsNeverAQuery() {
        lab().put(lab().person("lead-0001@example.com", "t"));
        assertThat(reader().byKeys(List.of("x' OR Name != '", "%", "", "none-1-1", "\\'")))
                .isEmpty();
    }

    @Test
    default void anEmptyQuestionCostsNoCall() {
        RecordRef ref = lab().put(lab().person("lead-0001@example.com", "t"));
        reader().byRefs(List.of(ref));
        lab().crm().writer();
        long before = lab().calls();
        assertThat(reader().byRefs(List.of())).isEmpty();
        assertThat(reader().byKeys(List.of())).isEmpty();
        assertThat(reader().byEmails(List.of())).isEmpty();
        assertThat(reader().history(List.of(), Set.of(lab().text()))).isEmpty();
        assertThat(reader().history(List.of(ref), Set.of())).isEmpty();
        assertThat(lab().crm().writer().write(List.of())).isEmpty();
        assertThat(lab().calls()).isEqualTo(before);
    }

    @Test
    default void historyIsToldOldestFirstOrNotAtAll() {
        RecordRef ref = lab().put(lab().person("lead-0001@example.com", "one"));
        lab().advance(Duration.ofMinutes(1));
        lab().edit(ref, Fields.of(lab().text().text(), "two"));
        var history = reader().history(List.of(ref, lab().unknown()), Set.of(lab().text()));
        if (!history.isEmpty()) {
            assertThat(history).containsOnlyKeys(ref);
            var entries = history.get(ref).get(lab().text());
            // some tell of changes only, not of the value that a record began with
            assertThat(entries)
                    .extracting(e -> e.value().text())
                    .endsWith("two")
                    .isSubsetOf("one", "two")
                    .doesNotHaveDuplicates();
            assertThat(entries).extracting(HistoryEntry::at).isSorted();
        }
    }

    @Test
    default void theSchemaKnowsFieldsAndOwners() {
        FieldSpec text = lab().crm().schema().fields(lab().type()).get(lab().text());
        assertThat(text.name()).isEqualTo(lab().text());
        assertThat(text.type().isTextual()).isTrue();
        assertThat(text.is(Trait.UPDATABLE) && text.is(Trait.CREATABLE)).isTrue();
        assertThat(text.is(Trait.BLANKABLE)).isTrue();
        CrmLab.Owner owner = lab().owner();
        assertThat(lab().crm().schema().ownerEmail(owner.id())).contains(owner.email());
        assertThat(lab().crm().schema().ownerId(owner.email())).contains(owner.id());
        assertThat(lab().crm().schema().ownerId(new Email("nobody@example.com")))
                .isEmpty();
        assertThat(lab().crm().schema().ownerEmail("nobody")).isEmpty();
    }
}
