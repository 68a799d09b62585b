package io.smarketing.hubspot;

import static io.smarketing.hubspot.Stub.ok;
import static io.smarketing.hubspot.Stub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links that HubSpot does not make: whose they are, and what comes of the others. */
final class LinkRefusalTest {

    private static final String LINK = "company.our_key";
    private static final String MAKE = "/crm/associations/2026-09/0-1/0-2/batch/create";

    private final Stub stub = new Stub();

    @BeforeEach
    void lay() {
        stub.answer(
                "/crm/properties/2026-09/0-2",
                ok("{'results':[{'name':'our_key','label':'Key','type':'string','fieldType':'text'}]}"));
        stub.answer(
                "/crm/objects/2026-09/0-2/batch/read",
                ok("{'results':[{'id':'77','properties':{'our_key':'key-7'}}]}"));
        stub.answer(
                Stub.READ,
                ok("{'results':[" + contact(1) + "," + contact(2) + "," + contact(3) + "," + contact(4) + "]}"));
        stub.answer("/crm/associations/2026-09/0-1/0-2/batch/read", ok("{'results':[]}"));
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private static String contact(int id) {
        return "{'id':'" + id + "','createdAt':'2026-11-01T00:00:00Z','properties':"
                + "{'lastmodifieddate':'2026-11-22T10:00:00Z'}}";
    }

    private List<WriteOutcome> link() {
        return stub.openWithCompanies(LINK).writer().write(List.of(update(1), update(2), update(3), update(4)));
    }

    private static WriteCommand update(int id) {
        return new WriteCommand.Update(Stub.ref(Integer.toString(id)), Fields.of(LINK, "key-7"), Lane.FIELDS);
    }

    @Test
    void aCallThatIsRefusedAsAWholeIsCutUntilTheGuiltyOneStandsAlone() {
        stub.answer(
                MAKE,
                status(400, "{'category':'VALIDATION_ERROR','message':'one of them is wrong'}"),
                status(201, "{'results':[]}"),
                status(207, "{'errors':[{'category':'VALIDATION_ERROR','message':'no'}]}"),
                status(201, "{'results':[]}"),
                status(400, "{'category':'VALIDATION_ERROR','message':'the fourth one'}"));
        List<WriteOutcome> outcomes = link();
        assertThat(outcomes.subList(0, 3)).allMatch(Written.class::isInstance);
        Refused refused = (Refused) outcomes.get(3);
        assertThat(refused.field()).contains(FieldName.of(LINK));
        assertThat(refused.sentence()).contains(LINK, "VALIDATION_ERROR").doesNotContain("the fourth one");
        assertThat(stub.bodies(MAKE))
                .extracting(body -> body.path("inputs").size())
                .containsExactly(4, 2, 2, 1, 1);
    }

    @Test
    void withoutTheScopeTheRouteStops() {
        stub.answer(
                MAKE,
                status(
                        403,
                        "{'category':'MISSING_SCOPES','errors':[{'context':{'requiredGranularScopes':"
                                + "['crm.objects.companies.write']}}]}"));
        assertThatThrownBy(this::link)
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("crm.objects.companies.write");
    }
}
