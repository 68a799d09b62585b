package io.smarketing.salesforce;

import static io.smarketing.salesforce.SandboxOrg.changes;
import static io.smarketing.salesforce.SandboxOrg.end;
import static io.smarketing.salesforce.SandboxOrg.ref;
import static io.smarketing.salesforce.StubOrg.CONTACT;
import static io.smarketing.salesforce.StubOrg.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Change.Became;
import io.smarketing.core.crm.Change.Changed;
import io.smarketing.core.crm.Change.Gone;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.org.write.LeadConversion;
import io.smarketing.sandbox.org.write.LeadConversion.Converted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {

    private static final Duration TWENTY_MINUTES = Duration.ofMinutes(20);

    private final SandboxOrg sandbox = new SandboxOrg();

    private static List<String> ids(List<ChangePage> pages) {
        return changes(pages).stream().map(c -> c.ref().id()).toList();
    }

    private static CrmRecord record(Change change) {
        return ((Changed) change).record().orElseThrow();
    }

    @Test
    void anEmptyOrgIsListedInTwoCalls() {
        sandbox.line.asks().clear();

        List<ChangePage> pages = sandbox.pages(Cursor.START);

        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page.listing()).isTrue();
            assertThat(page.changes()).isEmpty();
        });
        assertThat(sandbox.line.asks()).hasSize(2);
    }

    @Test
    void aRoundInWhichNothingChangedMakesOneCallForEachSource() throws BadRow {
        sandbox.lead("lead-0001@example.com");
        Cursor from = sandbox.settled();
        sandbox.line.asks().clear();

        List<ChangePage> pages = sandbox.pages(from);

        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page.listing()).isFalse();
            assertThat(page.changes()).isEmpty();
        });
        assertThat(sandbox.line.asks()).hasSize(8);
    }

    @Test
    void aListingTellsEachRecordOnceWithItsValues() throws BadRow {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 4_100; i++) {
            ids.add(sandbox.lead("lead-%04d@example.com".formatted(i)));
        }

        List<ChangePage> pages = sandbox.pages(Cursor.START);

        assertThat(pages).hasSize(3).allMatch(ChangePage::listing);
        assertThat(ids(pages)).hasSize(4_100);
        assertThat(new HashSet<>(ids(pages)).equals(ids)).isTrue();
        assertThat(changes(pages))
                .allSatisfy(c -> assertThat(record(c).fields().text(FieldName.of("Company")))
                        .isEqualTo("Acme"));
    }

    @Test
    void rowsOfOneStampAreAllFoundAcrossPages() throws BadRow {
        Cursor from = sandbox.listed();
        sandbox.later(TWENTY_MINUTES);
        Instant at = sandbox.clock.instant();
        for (int i = 0; i < 2_500; i++) {
            sandbox.inside.create("Lead", Map.of("LastName", "L" + i, "Company", "Acme"), at);
        }

        List<ChangePage> pages = sandbox.pages(from);

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(new HashSet<>(ids(pages))).hasSize(2_500);
    }

    @Test
    void anEditIsToldWithTheRecordAndItsAuthor() throws BadRow {
        String id = sandbox.lead("Lead-0001@Example.com");
        Cursor from = sandbox.listed();
        sandbox.later(TWENTY_MINUTES);
        sandbox.set("Lead", id, "AnnualRevenue", "1000000");

        Change change = changes(sandbox.pages(from)).get(0);

        CrmRecord record = record(change);
        assertThat(change.ref()).isEqualTo(ref(LEAD, id));
        assertThat(record.fields().text(FieldName.of("AnnualRevenue"))).isEqualTo("1000000");
        assertThat(record.email().orElseThrow().address()).isEqualTo("lead-0001@example.com");
        assertThat(record.modifiedBy()).isEqualTo(Author.SOMEBODY_ELSE);
        assertThat(record.stamp()).isEqualTo(sandbox.clock.instant().truncatedTo(ChronoUnit.SECONDS));
        assertThat(record.createdAt()).isEqualTo(SandboxOrg.START);
    }

    @Test
    void aRowThatIsCommittedLateIsFound() throws BadRow {
        Cursor from = sandbox.listed();
        sandbox.later(TWENTY_MINUTES);
        sandbox.switches.set("late-commit", "5m");
        String id = sandbox.lead("lead-0001@example.com");
        sandbox.later(Duration.ofSeconds(30));
        List<ChangePage> before = sandbox.pages(from);
        sandbox.later(Duration.ofMinutes(6));
        sandbox.time.sleep(Duration.ofMinutes(6));

        assertThat(ids(before)).isEmpty();
        assertThat(ids(sandbox.pages(end(before)))).containsExactly(id);
    }

    @Test
    void aConvertedLeadHasBecomeItsContact() throws BadRow {
        String lead = sandbox.lead("lead-0001@example.com");
        sandbox.set("Lead", lead, "Smarketing_Key__c", "hs-1-1");
        Cursor from = sandbox.listed();
        sandbox.later(TWENTY_MINUTES);
        Converted made = sandbox.org.convert(lead, sandbox.clock.instant());

        List<Change> changes = changes(sandbox.pages(from));

        assertThat(changes).hasSize(2);
        assertThat(changes).contains(new Became(ref(LEAD, lead), ref(CONTACT, made.contactId())));
        CrmRecord contact = record(
                changes.stream().filter(Changed.class::isInstance).findFirst().orElseThrow());
        assertThat(contact.key()).isEqualTo("hs-1-1");
        assertThat(contact.fields().text(FieldName.of("Account.Name"))).isEqualTo("Acme");
        assertThat(contact.stage().facts()).containsOnlyKeys(StageFact.OPPORTUNITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "true"})
    void aLeadConvertedIntoAContactThatIsThereHasBecomeIt(String keepsStamp) throws BadRow {
        sandbox.switches.set("convert-keeps-stamp", keepsStamp);
        String lead = sandbox.lead("lead-0001@example.com");
        String contact = sandbox.inside.create(
                "Contact", Map.of("LastName", "There", "Email", "a@example.com"), sandbox.clock.instant());
        Cursor from = sandbox.settled();
        LeadConversion.Wish wish = new LeadConversion.Wish("", "", contact, "", false, "");
        sandbox.org.convert(lead, wish, sandbox.clock.instant());

        assertThat(changes(sandbox.pages(from))).contains(new Became(ref(LEAD, lead), ref(CONTACT, contact)));
    }

    @Test
    void aContactIsAskedOnceWhichLeadsItWas() throws BadRow {
        String contact = sandbox.inside.create(
                "Contact", Map.of("LastName", "There", "Email", "a@example.com"), sandbox.clock.instant());
        Cursor from = sandbox.settled();
        sandbox.set("Contact", contact, "LastName", "Edited");
        sandbox.later(Duration.ofSeconds(5));
        List<ChangePage> first = sandbox.pages(from);
        sandbox.line.asks().clear();

        List<ChangePage> again = sandbox.pages(end(first));

        assertThat(ids(again)).containsExactly(contact);
        assertThat(sandbox.line.asks()).hasSize(8);
    }

    @Test
    void aListingTellsConvertedLeadsNotLaterThanTheirContacts() throws BadRow {
        Set<String> converted = new HashSet<>();
        for (int i = 0; i < 2_100; i++) {
            String id = sandbox.lead("lead-%04d@example.com".formatted(i));
            if (i % 100 == 0) {
                sandbox.org.convert(id, sandbox.clock.instant());
                converted.add(id);
            }
        }

        List<ChangePage> pages = sandbox.pages(Cursor.START);

        Set<String> told = new HashSet<>();
        for (ChangePage page : pages) {
            page.changes().stream()
                    .filter(Became.class::isInstance)
                    .map(c -> ((Became) c).now().id())
                    .forEach(told::add);
            Set<String> contacts = page.changes().stream()
                    .map(Change::ref)
                    .filter(r -> r.type().equals(CONTACT))
                    .map(r -> r.id())
                    .collect(Collectors.toSet());
            assertThat(told).containsAll(contacts);
        }
        assertThat(told).hasSameSizeAs(converted);
    }

    @Test
    void aWonOpportunityIsToldOfItsContactWithTheTimeItWasWon() throws BadRow {
        String lead = sandbox.lead("lead-0001@example.com");
        Instant converted = sandbox.clock.instant();
        Converted made = sandbox.org.convert(lead, converted);
        Cursor from = sandbox.settled();
        sandbox.set("Opportunity", made.opportunityId(), "StageName", "Negotiation/Review");
        sandbox.later(TWENTY_MINUTES);
        Instant won = sandbox.clock.instant().truncatedTo(ChronoUnit.SECONDS);
        sandbox.set("Opportunity", made.opportunityId(), "StageName", "Closed Won");
        sandbox.later(TWENTY_MINUTES);
        sandbox.set("Opportunity", made.opportunityId(), "Amount", "99.50");

        List<Change> changes = changes(sandbox.pages(from));

        assertThat(changes)
                .filteredOn(Changed.class::isInstance)
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.ref().id()).isEqualTo(made.contactId());
                    assertThat(record(c).stage().facts())
                            .containsEntry(StageFact.OPPORTUNITY, converted)
                            .containsEntry(StageFact.WON_OPPORTUNITY, won);
                });
    }

    @Test
    void aChangeOfTheAccountIsAChangeOfItsPeople() throws BadRow {
        Converted made = sandbox.org.convert(sandbox.lead("lead-0001@example.com"), sandbox.clock.instant());
        Cursor from = sandbox.settled();
        sandbox.set("Account", made.accountId(), "Name", "Acme Holding");

        List<Change> changes = changes(sandbox.pages(from));

        assertThat(changes).singleElement().satisfies(c -> {
            assertThat(c.ref()).isEqualTo(ref(CONTACT, made.contactId()));
            assertThat(record(c).fields().text(FieldName.of("Account.Name"))).isEqualTo("Acme Holding");
        });
    }

    @Test
    void aRecordThatWeWroteWhileItsPageWasGatheredAheadIsReadAgain() throws BadRow {
        for (int i = 0; i < 2_010; i++) {
            sandbox.lead("lead-%04d@example.com".formatted(i));
        }
        ChangePage first = sandbox.crm.changes().read(Cursor.START);
        String behind = sandbox.inside.find("Lead", "lead-2009@example.com").get(0);
        sandbox.crm
                .writer()
                .write(List.of(new WriteCommand.Update(ref(LEAD, behind), Fields.of("City", "Rome"), Lane.FIELDS)));

        ChangePage second = sandbox.crm.changes().read(first.next());

        Change change = second.changes().stream()
                .filter(c -> c.ref().id().equals(behind))
                .findFirst()
                .orElseThrow();
        assertThat(record(change).fields().text(FieldName.of("City"))).isEqualTo("Rome");
        assertThat(record(change).modifiedBy()).isEqualTo(Author.OURSELVES);
    }

    @Test
    void aCursorMayBeReadFromAgain() throws BadRow {
        sandbox.lead("lead-0001@example.com");

        assertThat(ids(sandbox.pages(Cursor.START))).isEqualTo(ids(sandbox.pages(Cursor.START)));
    }

    @Test
    void aPoolOfOneThreadSuffices() throws BadRow {
        for (int i = 0; i < 2_010; i++) {
            sandbox.lead("lead-%04d@example.com".formatted(i));
        }
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Crm crm = sandbox.open(pool);

        ChangePage first = crm.changes().read(Cursor.START);
        ChangePage second = crm.changes().read(first.next());
        pool.shutdown();

        assertThat(first.changes()).hasSize(2_000);
        assertThat(second.changes()).hasSize(10);
    }

    @Test
    void aMeetingIsToldWhenItBegins() throws BadRow {
        String lead = sandbox.lead("lead-0001@example.com");
        Instant start = sandbox.clock.instant().plus(Duration.ofHours(3));
        sandbox.inside.create(
                "Event", Map.of("WhoId", lead, "StartDateTime", start.toString()), sandbox.clock.instant());
        Cursor from = sandbox.settled();
        sandbox.later(Duration.ofHours(2));
        Cursor looked = end(sandbox.pages(from));
        sandbox.later(Duration.ofMinutes(30));
        List<ChangePage> before = sandbox.pages(looked);
        sandbox.later(Duration.ofMinutes(30));

        assertThat(ids(before)).isEmpty();
        assertThat(ids(sandbox.pages(end(before)))).containsExactly(lead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "true"})
    void peopleOfADeletedAccountAreGoneAndComeBackWithIt(String keepsStamp) throws BadRow {
        sandbox.switches.set("cascade-keeps-stamp", keepsStamp);
        Converted made = sandbox.org.convert(sandbox.lead("lead-0001@example.com"), sandbox.clock.instant());
        Cursor from = sandbox.settled();
        sandbox.act("Account", made.accountId(), "delete");
        sandbox.later(TWENTY_MINUTES);
        List<ChangePage> gone = sandbox.pages(from);
        sandbox.later(TWENTY_MINUTES);
        from = end(sandbox.pages(end(gone)));
        sandbox.act("Account", made.accountId(), "undelete");

        List<Change> back = changes(sandbox.pages(from));

        assertThat(changes(gone)).contains(new Gone(ref(CONTACT, made.contactId())));
        assertThat(back)
                .filteredOn(Changed.class::isInstance)
                .extracting(c -> c.ref().id())
                .containsExactly(made.contactId());
    }

    @Test
    void aRecordThatWeDeletedWhileItsPageWasGatheredAheadIsGone() throws BadRow {
        for (int i = 0; i < 2_010; i++) {
            sandbox.lead("lead-%04d@example.com".formatted(i));
        }
        ChangePage first = sandbox.crm.changes().read(Cursor.START);
        String behind = sandbox.inside.find("Lead", "lead-2009@example.com").get(0);
        sandbox.crm.writer().write(List.of(new WriteCommand.Delete(ref(LEAD, behind), Lane.FIELDS)));

        ChangePage second = sandbox.crm.changes().read(first.next());

        assertThat(second.changes()).contains(new Gone(ref(LEAD, behind)));
    }

    @Test
    void aDeletedOpportunityIsNoFactOfItsContactAnyMore() throws BadRow {
        Converted made = sandbox.org.convert(sandbox.lead("lead-0001@example.com"), sandbox.clock.instant());
        Cursor from = sandbox.settled();
        sandbox.act("Opportunity", made.opportunityId(), "delete");

        List<Change> changes = changes(sandbox.pages(from));

        assertThat(changes)
                .filteredOn(Changed.class::isInstance)
                .singleElement()
                .satisfies(c -> assertThat(record(c).stage().facts()).isEmpty());
    }
}
