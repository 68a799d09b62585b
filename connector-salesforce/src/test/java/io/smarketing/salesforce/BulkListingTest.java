package io.smarketing.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.FieldName;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings of more records than one page of a query holds. */
class BulkListingTest {

    private static final int LEADS = 2_100;
    private static final String HOSTILE = "a \"b\", 'c'\n=1+1; \u00e4";

    private final SandboxOrg org = new SandboxOrg();

    /** Those that no first page holds. */
    private final List<String> last = new ArrayList<>();

    @BeforeEach
    void leads() throws BadRow {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < LEADS; i++) {
            ids.add(org.lead("lead-%04d@example.com".formatted(i)));
        }
        ids.sort(Comparator.naturalOrder());
        last.addAll(ids.subList(2_000, LEADS));
        org.later(Duration.ofMinutes(20));
    }

    private List<Ask> jobCalls() {
        return org.line.asks().stream().filter(a -> a.path().contains("/jobs/")).toList();
    }

    private static Set<RecordRef> refs(List<ChangePage> pages) {
        return SandboxOrg.changes(pages).stream().map(Change::ref).collect(Collectors.toSet());
    }

    private static Map<String, CrmRecord> records(List<ChangePage> pages) {
        Map<String, CrmRecord> records = new HashMap<>();
        for (Change change : SandboxOrg.changes(pages)) {
            ((Change.Changed) change)
                    .record()
                    .ifPresent(r -> records.put(r.ref().id(), r));
        }
        return records;
    }

    @Test
    void aJobTellsAllWithTheirValues() throws BadRow {
        String id = org.lead("hostile@example.com");
        org.set("Lead", id, "City", "x");
        org.set("Lead", id, "LastName", HOSTILE);
        org.later(Duration.ofMinutes(20));

        List<ChangePage> pages = org.pages(Cursor.START);

        assertThat(jobCalls()).hasSize(3);
        assertThat(refs(pages)).hasSize(LEADS + 1);
        Map<String, CrmRecord> byRest = new HashMap<>();
        org.crm.reader().byRefs(refs(pages)).forEach((ref, record) -> byRest.put(ref.id(), record));
        assertThat(records(pages)).isEqualTo(byRest);
        assertThat(byRest.get(id).fields().text(FieldName.of("LastName"))).isEqualTo(HOSTILE);
    }

    @Test
    void whatChangesAfterTheJobRanIsToldAsItIsNow() throws BadRow {
        org.switches.set("bulk-takes", "60s");
        ChangePage first = org.crm.changes().read(Cursor.START);
        ChangePage waiting = org.crm.changes().read(first.next());
        String edited = last.get(0);
        String deleted = last.get(1);
        org.later(Duration.ofMinutes(1));
        org.set("Lead", edited, "City", "Vienna");
        org.act("Lead", deleted, "delete");
        Crm again = org.open(Runnable::run);

        List<ChangePage> pages = SandboxOrg.pages(again, waiting.next());

        List<Change> listed =
                SandboxOrg.changes(pages.stream().filter(ChangePage::listing).toList());
        assertThat(listed).extracting(c -> c.ref().id()).contains(edited).doesNotContain(deleted);
        assertThat(records(pages.stream().filter(ChangePage::listing).toList())
                        .get(edited)
                        .fields()
                        .text(FieldName.of("City")))
                .isEqualTo("Vienna");
    }

    @Test
    void aJobThatTakesLongIsWaitedForInPagesWithoutRows() {
        org.switches.set("bulk-takes", "60s");

        List<ChangePage> pages = org.pages(Cursor.START);

        assertThat(pages.stream().filter(p -> p.changes().isEmpty()).count()).isBetween(5L, 12L);
        assertThat(refs(pages)).hasSize(LEADS);
        assertThat(jobCalls().size()).isLessThan(40);
    }

    @Test
    void aJobThatDoesNotEndIsGivenUpForQueries() {
        org.switches.set("bulk-takes", "10000m");
        ChangePage first = org.crm.changes().read(Cursor.START);
        Cursor waiting = org.crm.changes().read(first.next()).next();
        org.later(Duration.ofMinutes(29));
        assertThat(org.open(Runnable::run).changes().read(waiting).next()).isEqualTo(waiting);
        org.later(Duration.ofMinutes(1));

        Cursor next = org.open(Runnable::run).changes().read(waiting).next();

        assertThat(next).isNotEqualTo(waiting);
        assertThat(refs(org.pages(next))).hasSize(LEADS - 2_000);
    }

    @Test
    void aPageIsAsOldAsItsOwnReading() {
        org.switches.set("bulk-takes", "60s");
        ChangePage first = org.crm.changes().read(Cursor.START);
        ChangePage waiting = org.crm.changes().read(first.next());
        org.time.sleep(Duration.ofMinutes(5));

        ChangePage last = org.open(Runnable::run).changes().read(waiting.next());

        assertThat(waiting.readAt()).isAfter(first.readAt());
        assertThat(last.changes()).hasSize(LEADS - 2_000);
        assertThat(last.readAt()).isAfterOrEqualTo(first.readAt().plus(Duration.ofMinutes(5)));
    }

    @Test
    void aListingGoesOnInAnotherProcess() {
        ChangePage first = org.crm.changes().read(Cursor.START);
        ChangePage second = org.crm.changes().read(first.next());
        Crm again = org.open(Runnable::run);
        org.line.asks().clear();

        assertThat(again.changes().read(first.next()).changes()).hasSize(LEADS - 2_000);
        assertThat(second.changes()).hasSize(LEADS - 2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulk-fails", "no-bulk"})
    void withoutJobsAListingGoesOnById(String how) {
        org.switches.set(how, "true");

        List<ChangePage> pages = org.pages(Cursor.START);

        assertThat(refs(pages)).hasSize(LEADS);
        assertThat(pages.stream().filter(ChangePage::listing).count()).isBetween(3L, 6L);
        assertThat(jobCalls().size()).isLessThan(4);
    }

    @Test
    void peopleComeWithTheirOpportunities() throws BadRow {
        String account = org.inside.create("Account", Map.of("Name", "Example"), org.clock.instant());
        String contact = "";
        for (int i = 0; i < LEADS; i++) {
            contact = org.inside.create(
                    "Contact", Map.of("LastName", "Contact " + i, "AccountId", account), org.clock.instant());
        }
        String deal = org.inside.create(
                "Opportunity",
                Map.of("Name", "Deal", "StageName", "Prospecting", "CloseDate", "2026-12-31", "AccountId", account),
                org.clock.instant());
        org.inside.create(
                "OpportunityContactRole", Map.of("OpportunityId", deal, "ContactId", contact), org.clock.instant());
        org.later(Duration.ofMinutes(20));

        Map<String, CrmRecord> records = records(org.pages(Cursor.START));

        assertThat(records).hasSize(2 * LEADS);
        assertThat(records.get(contact).stage().facts()).containsKey(StageFact.OPPORTUNITY);
        assertThat(records.get(contact).fields().text(FieldName.of("Account.Name")))
                .isEqualTo("Example");
        assertThat(records.values().stream().filter(r -> !r.stage().facts().isEmpty()))
                .hasSize(1);
    }
}
