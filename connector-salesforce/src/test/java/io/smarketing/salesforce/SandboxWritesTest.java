package io.smarketing.salesforce;

import static io.smarketing.salesforce.StubOrg.CONTACT;
import static io.smarketing.salesforce.StubOrg.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Moved;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes that meet duplicate rules, shared accounts and an admin's wishes. */
class SandboxWritesTest {

    private static final String LONG =
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    private final SandboxOrg org = new SandboxOrg();

    private static Fields lead(String email) {
        return Fields.of("Email", email)
                .with(FieldName.of("LastName"), FieldValue.of("Lead"))
                .with(FieldName.of("Company"), FieldValue.of("Acme"));
    }

    private static WriteCommand create(String key, Fields fields) {
        return new WriteCommand.Create(LEAD, key, fields, Lane.FIELDS);
    }

    private WriteOutcome write(WriteCommand command) {
        return org.crm.writer().write(List.of(command)).get(0);
    }

    @Test
    void whomABlockingDuplicateRuleMeansIsTakenInPlaceOfANewOne() throws BadRow {
        org.switches.set("duplicate-rule", "block");
        String there = org.lead("lead-0001@example.com");

        assertThat(write(create("hs-1-1", lead("lead-0001@example.com"))))
                .isEqualTo(new Moved(SandboxOrg.ref(LEAD, there)));
    }

    @Test
    void whomItMeansIsFollowedToTheContact() throws BadRow {
        org.switches.set("duplicate-rule", "block");
        String contact = org.org
                .convert(org.lead("lead-0001@example.com"), org.clock.instant())
                .contactId();

        assertThat(write(create("hs-1-1", lead("lead-0001@example.com"))))
                .isEqualTo(new Moved(SandboxOrg.ref(CONTACT, contact)));
    }

    @Test
    void aRuleThatOnlyWarnsLetsARecordPass() throws BadRow {
        org.switches.set("duplicate-rule", "alert");
        org.lead("lead-0001@example.com");

        assertThat(write(create("hs-1-1", lead("lead-0001@example.com")))).isInstanceOf(Written.class);
    }

    @Test
    void oneThatIsAnotherPersonsOrTwoArePeoplesToSeeTo() throws BadRow {
        org.switches.set("duplicate-rule", "block");
        String known = org.lead("lead-0001@example.com");
        org.set("Lead", known, "Smarketing_Key__c", "hs-1-9");
        org.lead("lead-0002@example.com");
        org.lead("lead-0002@example.com");

        assertThat(write(create("hs-1-1", lead("lead-0001@example.com"))))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(FailureKind.DUPLICATE);
                    assertThat(refused.sentence()).contains(known, "merge them").doesNotContain("@");
                });
        assertThat(write(create("hs-1-2", lead("lead-0002@example.com")))).isInstanceOf(Refused.class);
    }

    @Test
    void aRuleThatRefusesAllCostsFortyFurtherCallsAtMost() throws BadRow {
        org.switches.set("duplicate-rule", "block");
        List<WriteCommand> commands = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String email = "lead-%04d@example.com".formatted(i);
            org.lead(email);
            commands.add(create("hs-1-" + i, lead(email)));
        }
        org.line.asks().clear();

        List<WriteOutcome> outcomes = org.crm.writer().write(commands);

        assertThat(outcomes).filteredOn(Moved.class::isInstance).hasSize(40);
        assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(160);
        assertThat(org.line.asks().stream().filter(a -> a.method().equals("PATCH")))
                .hasSize(41);
    }

    @Test
    void whatBelongsToOneAccountIsNeverInTwoCallsSideBySide() throws BadRow {
        Map<String, String> accountOf = new HashMap<>();
        List<WriteCommand> commands = new ArrayList<>();
        for (int a = 0; a < 30; a++) {
            String account = org.inside.create("Account", Map.of("Name", "Company " + a), org.clock.instant());
            for (int c = 0; c < (a == 0 ? 250 : 20); c++) {
                String id = org.inside.create(
                        "Contact", Map.of("LastName", "Contact", "AccountId", account), org.clock.instant());
                accountOf.put(id, account);
            }
        }
        accountOf
                .keySet()
                .forEach(id -> commands.add(new WriteCommand.Update(
                        SandboxOrg.ref(CONTACT, id), Fields.of("LastName", "Changed"), Lane.FIELDS)));
        org.line.asks().clear();

        assertThat(org.crm.writer().write(commands)).hasSize(830).allMatch(Written.class::isInstance);

        List<Set<String>> calls = new ArrayList<>();
        for (Ask ask : org.line.asks()) {
            if (ask.method().equals("PATCH")) {
                Set<String> accounts = new HashSet<>();
                Matcher ids = Pattern.compile("003\\w{15}").matcher(ask.body());
                while (ids.find()) {
                    accounts.add(accountOf.get(ids.group()));
                }
                calls.add(accounts);
            }
        }
        Map<String, Long> seen = new HashMap<>();
        calls.forEach(accounts -> accounts.forEach(a -> seen.merge(a, 1L, Long::sum)));
        assertThat(seen.values().stream().filter(n -> n > 1)).containsExactly(2L);
        assertThat(calls.size()).isLessThanOrEqualTo(7);
        assertThat(org.line.asks().stream().filter(a -> !a.method().equals("PATCH")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AnnualRevenue|1234567890123456789|has 19 digits before its point, the field AnnualRevenue takes 18: correct",
                "AnnualRevenue|-999999999999999999.5|has 19 digits",
                "NumberOfEmployees|123456789|has 9 digits before its point, the field NumberOfEmployees takes 8",
                "AnnualRevenue|much|is not a number",
                "LastName|" + LONG + "|takes 80: shorten it",
                "Status|Lukewarm|of 8 characters, is none of its options: add it",
                "Smarketing_MQL_At__c|last Friday|is not a time such as",
            })
    void aBadValueIsNamedBeforeItCostsACall(String field, String value, String words) {
        org.line.asks().clear();

        assertThat(write(create(
                        "hs-1-1", lead("lead-0001@example.com").with(FieldName.of(field), FieldValue.of(value)))))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.field()).contains(FieldName.of(field));
                    assertThat(refused.sentence()).contains(words).doesNotContain(value);
                });
        assertThat(org.line.asks()).isEmpty();
    }

    @Test
    void whatJustFitsIsWritten() {
        FieldName revenue = FieldName.of("AnnualRevenue");
        WriteOutcome outcome = write(
                create("hs-1-1", lead("lead-0001@example.com").with(revenue, FieldValue.of("999999999999999999"))));

        assertThat(outcome).isInstanceOf(Written.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u000bb", "a\u0000b", "\ufffe", "\ud83d\ude00", "a\r\nb", "<&>\"'"})
    void textsThatXmlCannotHoldAreWrittenAndReadBack(String text) {
        WriteOutcome outcome =
                write(create("hs-1-1", lead("lead-0001@example.com").with(FieldName.of("City"), FieldValue.of(text))));

        assertThat(org.read(((Written) outcome).ref()).fields().text(FieldName.of("City")))
                .isEqualTo(text);
    }

    @Test
    void aFieldThatIsSetToNothingIsCleared() throws BadRow {
        String id = org.lead("lead-0001@example.com");
        org.set("Lead", id, "City", "Graz");

        write(new WriteCommand.Update(SandboxOrg.ref(LEAD, id), Fields.of("City", ""), Lane.FIELDS));

        assertThat(org.inside.peek("Lead", id, "City").orElse("")).isEmpty();
    }
}
