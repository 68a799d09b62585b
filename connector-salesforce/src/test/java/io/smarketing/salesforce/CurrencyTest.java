package io.smarketing.salesforce;

import static io.smarketing.salesforce.SandboxOrg.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Amounts in an org with several currencies. */
class CurrencyTest {

    private static final FieldName CODE = FieldName.of("CurrencyIsoCode");
    private static final FieldName AMOUNT = FieldName.of("Amount");

    private final SandboxOrg org = new SandboxOrg();

    private Crm open(String... fields) {
        return open(OPPORTUNITY, Subject.DEALS, fields);
    }

    private Crm open(RecordType type, Subject subject, String... fields) {
        org.switches.set("multi-currency", "EUR,USD");
        Set<FieldName> names = Stream.of(fields).map(FieldName::of).collect(Collectors.toSet());
        Wanted.Type wanted = new Wanted.Type(FieldName.of("Smarketing_Key__c"), Optional.empty(), names);
        return org.open(Runnable::run, new Wanted(Map.of(type, wanted))).of(subject);
    }

    private static WriteOutcome write(Crm crm, String currency) {
        Fields fields = Fields.of("Name", "Deal")
                .with(FieldName.of("StageName"), FieldValue.of("Prospecting"))
                .with(FieldName.of("CloseDate"), FieldValue.of("2026-12-31"))
                .with(AMOUNT, FieldValue.of("100"))
                .with(CODE, FieldValue.of(currency));
        return crm.writer()
                .write(List.of(new WriteCommand.Create(OPPORTUNITY, "hs-1-1", fields, Lane.FIELDS)))
                .get(0);
    }

    @Test
    void an_amount_goes_with_its_currency_and_comes_back_with_it() {
        Crm crm = open("Name", "StageName", "CloseDate", "Amount", "CurrencyIsoCode");

        WriteOutcome outcome = write(crm, "USD");

        assertThat(outcome).isInstanceOf(Written.class);
        RecordRef deal = ((Written) outcome).ref();
        Fields read = crm.reader().byRefs(Set.of(deal)).get(deal).fields();
        assertThat(read.text(CODE)).isEqualTo("USD");
        assertThat(read.text(AMOUNT)).isEqualTo("100");
        assertThat(crm.warnings()).isEmpty();
    }

    @Test
    void without_one_it_is_the_orgs_own() throws BadRow {
        Crm crm = open("Name", "StageName", "CloseDate", "Amount", "CurrencyIsoCode");

        String id = ((Written) write(crm, "")).ref().id();

        assertThat(org.inside.peek("Opportunity", id, "CurrencyIsoCode")).contains("EUR");
    }

    @Test
    void a_currency_that_the_org_does_not_have_is_named_before_it_costs_a_call() {
        Crm crm = open("Name", "StageName", "CloseDate", "Amount", "CurrencyIsoCode");
        org.line.asks().clear();

        assertThat(write(crm, "GBP")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(FailureKind.INVALID_VALUE);
            assertThat(refused.field()).contains(CODE);
            assertThat(refused.sentence()).contains("CurrencyIsoCode", "none of its options");
        });
        assertThat(org.line.asks()).isEmpty();
    }

    @Test
    void an_admin_hears_that_amounts_are_mapped_without_their_currency() {
        assertThat(open("Name", "Amount").warnings())
                .singleElement()
                .asString()
                .contains("several currencies", "Opportunity.CurrencyIsoCode is not mapped beside Amount");
        assertThat(open("Name").warnings()).isEmpty();
    }

    @Test
    void an_accounts_amount_on_a_contact_has_the_accounts_currency() {
        assertThat(open(new RecordType("Contact"), Subject.PEOPLE, "Email", "LastName", "Account.AnnualRevenue")
                        .warnings())
                .anySatisfy(w -> assertThat(w)
                        .contains("Contact.Account.CurrencyIsoCode is not mapped beside Account.AnnualRevenue"));
    }
}
