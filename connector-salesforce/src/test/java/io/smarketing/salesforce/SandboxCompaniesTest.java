package io.smarketing.salesforce;

import static io.smarketing.salesforce.SandboxOrg.ACCOUNT;
import static io.smarketing.salesforce.SandboxOrg.OPPORTUNITY;
import static io.smarketing.salesforce.SandboxOrg.ref;
import static io.smarketing.salesforce.StubOrg.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.StageTold;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SandboxCompaniesTest {

    private static final FieldName KEY = FieldName.of("Smarketing_Key__c");
    private static final FieldName LINK = FieldName.of("Account.Smarketing_Key__c");

    private final SandboxOrg sandbox = new SandboxOrg();
    private final Crm people = sandbox.openWithCompaniesAndDeals();
    private final Crm companies = people.of(Subject.COMPANIES);

    private String account(Map<String, String> fields) throws BadRow {
        return sandbox.inside.create("Account", fields, sandbox.clock.instant());
    }

    private String account(String key) throws BadRow {
        return account(Map.of("Name", "Example", "Smarketing_Key__c", key));
    }

    private String contact(String accountId) throws BadRow {
        return sandbox.inside.create(
                "Contact",
                Map.of("LastName", "Example", "Email", "lead-0001@example.com", "AccountId", accountId),
                sandbox.clock.instant());
    }

    private CrmRecord person(String id) {
        return people.reader().byRefs(List.of(ref(CONTACT, id))).get(ref(CONTACT, id));
    }

    private WriteOutcome link(String contact, String key) {
        Fields fields = Fields.of("LastName", "Changed").with(LINK, FieldValue.of(key));
        return people.writer()
                .write(List.of(new WriteCommand.Update(ref(CONTACT, contact), fields, Lane.FIELDS)))
                .get(0);
    }

    @Test
    void companiesAreKnownByTheirDomainHoweverTheAddressIsWritten() throws BadRow {
        String plain = account(Map.of("Name", "A", "Website", "example.com"));
        String whole = account(Map.of("Name", "B", "Website", "HTTPS://www.Example.com:443/about?x=y"));
        for (String other : List.of("notexample.com", "example.com.au", "sub.example.com", "other.org/example.com")) {
            account(Map.of("Name", "C", "Website", other));
        }
        account(Map.of("Name", "D"));

        List<CrmRecord> found = companies.reader().byEmails(List.of(new Email("example.com"), new Email("none.org")));

        assertThat(found)
                .extracting(CrmRecord::ref)
                .containsExactlyInAnyOrder(ref(ACCOUNT, plain), ref(ACCOUNT, whole));
        assertThat(found).extracting(CrmRecord::email).allMatch(e -> e.get().equals(new Email("example.com")));
        assertThat(found).extracting(CrmRecord::stage).containsOnly(StageTold.NOTHING);
    }

    @Test
    void twoHundredDomainsAreOneCallAndOneThatNoFieldHoldsIsNone() {
        List<Email> domains = IntStream.range(0, 200)
                .mapToObj(i -> new Email("company-%04d.example.com".formatted(i)))
                .toList();
        sandbox.line.asks().clear();

        assertThat(companies.reader().byEmails(domains)).isEmpty();

        assertThat(sandbox.line.asks()).hasSize(1);
        assertThat(companies.reader().byEmails(List.of(new Email("x".repeat(5_000) + ".com"))))
                .isEmpty();
        assertThat(sandbox.line.asks()).hasSize(1);
    }

    @Test
    void aPersonTellsTheKeyOfItsAccount() throws BadRow {
        String keyless = contact(account(Map.of("Name", "Example")));
        String keyed = contact(account("hs-1-7"));
        String alone = sandbox.inside.create("Contact", Map.of("LastName", "Alone"), sandbox.clock.instant());

        assertThat(person(keyless).fields().get(LINK)).isEmpty();
        assertThat(person(keyless).fields().text(FieldName.of("Account.Name"))).isEqualTo("Example");
        assertThat(person(keyed).fields().get(LINK)).contains(FieldValue.of("hs-1-7"));
        assertThat(person(alone).fields().get(LINK)).contains(FieldValue.BLANK);
    }

    @Test
    void theSchemaTellsTheLinkAndNoneThatWeCannotSee() {
        FieldSpec link = people.schema().fields(CONTACT).get(LINK);

        assertThat(link.type()).isEqualTo(FieldType.TEXT);
        assertThat(link.traits()).containsExactlyInAnyOrder(Trait.BLANKABLE, Trait.CREATABLE, Trait.UPDATABLE);
        assertThat(people.schema()
                        .fields(CONTACT)
                        .get(FieldName.of("Account.Name"))
                        .traits())
                .containsOnly(Trait.BLANKABLE);
        sandbox.switches.set("readonly-field", "Contact.AccountId");
        assertThat(people.renewed().schema().fields(CONTACT).get(LINK).traits())
                .containsOnly(Trait.BLANKABLE, Trait.LOCKED);
        sandbox.switches.set("hide-field", "Contact.AccountId");
        assertThat(people.renewed().schema().fields(CONTACT)).doesNotContainKey(LINK);
    }

    @Test
    void aLinkIsSetMovedAndTakenAway() throws BadRow {
        String first = account("hs-1-7");
        String second = account("hs-1-8");
        String contact = contact(first);

        assertThat(link(contact, "hs-1-8")).isInstanceOf(Written.class);
        assertThat(sandbox.inside.peek("Contact", contact, "AccountId")).contains(second);
        assertThat(link(contact, "")).isInstanceOf(Written.class);
        assertThat(sandbox.inside.peek("Contact", contact, "AccountId")).contains("");
        assertThat(link(contact, "hs-1-7")).isInstanceOf(Written.class);
        assertThat(person(contact).fields().text(LINK)).isEqualTo("hs-1-7");
    }

    @Test
    void aKeyThatNoAccountHoldsIsRefusedByNameAndNothingOfTheRowIsWritten() throws BadRow {
        String contact = contact(account("hs-1-7"));

        Refused refused = (Refused) link(contact, "hs-1-404");

        assertThat(refused.kind()).isEqualTo(FailureKind.LINK_MISSING);
        assertThat(refused.field()).contains(LINK);
        assertThat(refused.sentence()).contains(LINK.text()).doesNotContain("404");
        assertThat(person(contact).fields().text(LINK)).isEqualTo("hs-1-7");
        assertThat(person(contact).fields().text(FieldName.of("LastName"))).isEqualTo("Example");
    }

    @Test
    void aNewPersonIsMadeWithItsAccount() throws BadRow {
        String account = account("hs-1-7");
        Fields fields = Fields.of("LastName", "New").with(LINK, FieldValue.of("hs-1-7"));

        WriteOutcome made = people.writer()
                .write(List.of(new WriteCommand.Create(CONTACT, "hs-1-1", fields, Lane.FIELDS)))
                .get(0);

        String id = ((Written) made).ref().id();
        assertThat(sandbox.inside.peek("Contact", id, "AccountId")).contains(account);
    }

    @Test
    void anAccountThatGetsItsKeyIsAChangeOfItsPeople() throws BadRow {
        String account = account(Map.of("Name", "Example"));
        String contact = contact(account);
        Cursor listed = SandboxOrg.end(SandboxOrg.pages(people, Cursor.START));
        sandbox.later(Duration.ofHours(1));
        sandbox.set("Account", account, "Smarketing_Key__c", "hs-1-7");

        List<Change> changes = SandboxOrg.changes(SandboxOrg.pages(people, listed));

        assertThat(changes).extracting(c -> c.ref().id()).containsOnly(contact);
        assertThat(person(contact).fields().text(LINK)).isEqualTo("hs-1-7");
    }

    @Test
    void eachSubjectIsAViewOfTheSameOrg() {
        assertThat(companies.of(Subject.PEOPLE)).isSameAs(people);
        assertThat(companies.account()).isEqualTo(people.account());
        assertThat(companies.renewed().schema().fields(ACCOUNT)).containsKey(KEY);
        long calls = people.quota().calls();
        companies.reader().byKeys(List.of("hs-1-7"));
        assertThat(people.quota().calls()).isEqualTo(calls + 1);
        assertThatThrownBy(() -> sandbox.crm.of(Subject.COMPANIES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("companies");
        assertThat(new SalesforceProvider().types(Subject.DEALS)).containsExactly(OPPORTUNITY);
        assertThat(new SalesforceProvider().newType(Subject.COMPANIES)).isEqualTo(ACCOUNT);
    }
}
