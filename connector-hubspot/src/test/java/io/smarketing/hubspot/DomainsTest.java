package io.smarketing.hubspot;

import static io.smarketing.hubspot.PortalDesk.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Companies are found by their domains, which HubSpot neither keeps unique nor reads by. */
final class DomainsTest {

    private static final FieldName KEY = FieldName.of("smarketing_key");
    private static final RecordType COMPANY = new RecordType("company");

    private final PortalDesk desk = new PortalDesk(new Wanted(Map.of(
            new RecordType("contact"),
            new Wanted.Type(KEY, Optional.empty(), Set.of()),
            COMPANY,
            new Wanted.Type(KEY, Optional.empty(), Set.of(FieldName.of("name"))))));
    private final Crm companies = desk.crm().of(Subject.COMPANIES);

    private String company(String domain) {
        return desk.create("companies", Map.of("name", "of " + domain, "domain", domain));
    }

    private List<RecordRef> find(String... domains) {
        List<Email> asked = new ArrayList<>();
        List.of(domains).forEach(domain -> asked.add(new Email(domain)));
        return companies.reader().byEmails(asked).stream().map(CrmRecord::ref).toList();
    }

    @Test
    void howeverTheDomainIsSpelled() {
        String plain = company("one.example.com");
        String www = company("WWW.Two.Example.com");
        company("other.example.com");
        assertThat(find("one.example.com", "two.example.com", "three.example.com"))
                .containsExactly(ref("company", plain), ref("company", www));
        assertThat(companies.reader().byEmails(List.of(new Email("two.example.com"))))
                .singleElement()
                .satisfies(record -> assertThat(record.email()).contains(new Email("two.example.com")));
    }

    @Test
    void allOfThemIfTwoShareADomain() {
        String one = company("one.example.com");
        String two = company("one.example.com");
        assertThat(find("one.example.com")).containsExactly(ref("company", one), ref("company", two));
    }

    @Test
    void aMergedCompanyByTheDomainOfTheOtherToo() {
        String winner = company("one.example.com");
        company("two.example.com");
        desk.act("companies", winner, "merge", "", "two.example.com");
        assertThat(find("two.example.com")).hasSize(1).isEqualTo(find("one.example.com"));
    }

    @Test
    void whatTheIndexDoesNotShowYetIsFoundIfWeWroteIt() {
        desk.switches().set("index-lag", "PT5M");
        Fields fields = Fields.of("name", "new").with(FieldName.of("domain"), FieldValue.of("new.example.com"));
        Written made = (Written) companies
                .writer()
                .write(List.of(new WriteCommand.Create(COMPANY, "key-1", fields, Lane.FIELDS)))
                .get(0);
        assertThat(find("new.example.com")).containsExactly(made.ref());
        assertThat(desk.crm().renewed().of(Subject.COMPANIES).reader().byEmails(List.of(new Email("new.example.com"))))
                .hasSize(1);
    }

    @Test
    void whatTheIndexStillShowsIsNotFoundIfItHasAnotherDomainByNow() {
        String id = company("old.example.com");
        desk.switches().set("index-lag", "PT5M");
        desk.act("companies", id, "set", "domain", "new.example.com");
        assertThat(find("old.example.com")).isEmpty();
    }

    @Test
    void manyAndLongOnesInSearchesThatHubSpotTakes() {
        List<Email> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String domain = "a".repeat(200) + i + ".example.com";
            company(domain);
            asked.add(new Email(domain));
        }
        asked.add(new Email("b".repeat(4_000) + ".example.com"));
        asked.add(new Email("\"".repeat(240) + ".example.com"));
        asked.add(new Email("\u0001".repeat(240) + ".example.com"));
        assertThat(companies.reader().byEmails(asked)).hasSize(40);
    }
}
