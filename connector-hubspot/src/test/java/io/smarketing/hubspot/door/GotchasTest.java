package io.smarketing.hubspot.door;

import static io.smarketing.hubspot.Stub.CONTACT;
import static io.smarketing.hubspot.Stub.LIST;
import static io.smarketing.hubspot.Stub.READ;
import static io.smarketing.hubspot.Stub.UPDATE;
import static io.smarketing.hubspot.Stub.ok;
import static io.smarketing.hubspot.Stub.ref;
import static io.smarketing.hubspot.Stub.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.hubspot.Stub;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the field knows of HubSpot that its reference does not say; more of it stands in the tests of the rooms it befalls. */
class GotchasTest {

    private static final FieldName BIRTHDAY = FieldName.of("birthday");

    private final Stub stub = new Stub();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void aRecreatedContactIsAnotherRecordAndTheOldOneIsGone() {
        Crm crm = stub.open("lastname");
        stub.answer(READ, ok("{'results':[" + Stub.contact("9") + "]}"));
        stub.answer(
                UPDATE,
                status(207, "{'results':[],'errors':[{'category':'OBJECT_NOT_FOUND','context':{'ids':['1']}}]}"));
        stub.answer(LIST + "/1", status(404, "{'category':'OBJECT_NOT_FOUND'}"));

        assertThat(crm.reader().byEmails(List.of(new Email("lead-0001@example.com"))))
                .extracting(CrmRecord::ref)
                .containsExactly(ref("9"));
        assertThat(write(crm, "1", "lastname", "Doe")).isEqualTo(new WriteOutcome.Gone());
    }

    @Test
    void anAddressWithAPlusIsAnotherAddress() {
        stub.answer(READ, ok("{'results':[]}"));

        stub.open().reader().byEmails(List.of(new Email("lead@example.com"), new Email("lead+news@example.com")));

        assertThat(stub.bodies(READ).get(0).path("inputs"))
                .isEqualTo(Stub.json("[{'id':'lead@example.com'},{'id':'lead+news@example.com'}]"));
    }

    @Test
    void anOptionsValueIsNotItsLabel() {
        stub.properties(
                "{'name':'topic','type':'enumeration','fieldType':'select','options':[{'label':'Pricing','value':'opt_1'}]}");

        assertThat(stub.open()
                        .schema()
                        .fields(CONTACT)
                        .get(FieldName.of("topic"))
                        .options())
                .containsExactly("opt_1");
    }

    @Test
    void historyIsAskedForFiftyARequestAndOnlyOfWhatIsNeeded() {
        stub.answer(READ, ok("{'results':[]}"));
        List<RecordRef> refs =
                IntStream.range(1, 121).mapToObj(i -> ref("" + i)).toList();

        stub.open().reader().history(refs, Set.of(FieldName.of("lastname")));

        assertThat(stub.bodies(READ)).extracting(b -> b.path("inputs").size()).containsExactlyInAnyOrder(50, 50, 20);
        assertThat(stub.bodies(READ).get(0).path("propertiesWithHistory"))
                .hasSize(2)
                .containsAll(Stub.json("['lastname','our_key']"));
        assertThat(stub.bodies(READ).get(0).path("properties")).isEmpty();
    }

    @Test
    void anOwnersIdIsNotThatOfTheirUser() {
        stub.answer("/crm/owners/2026-09", ok("{'results':[{'id':'7','userId':501,'email':'rep-1@example.com'}]}"));

        Crm crm = stub.open();

        assertThat(crm.schema().ownerId(new Email("rep-1@example.com"))).contains("7");
        assertThat(crm.schema().ownerEmail("501")).isEmpty();
    }

    @Test
    void aDateIsADayInNoTimeZone() {
        Crm crm = opened(BIRTHDAY.text(), "date", "date");
        stub.answer(UPDATE, ok(answer("'birthday':'1990-05-04'")));

        Written written = (Written) write(crm, "1", "birthday", "1990-05-04");

        assertThat(stub.bodies(UPDATE)
                        .get(0)
                        .at("/inputs/0/properties/birthday")
                        .asText())
                .isEqualTo("1990-05-04");
        assertThat(written.values()).contains(Fields.of("birthday", "1990-05-04"));
    }

    @Test
    void aValueThatHubSpotNormalisedIsTakenAsItHoldsIt() {
        Crm crm = opened(BIRTHDAY.text(), "date", "date");
        stub.answer(
                UPDATE,
                ok(
                        answer("'birthday':'1990-05-04'")
                                .replace(
                                        "'properties'",
                                        "'warnings':[{'category':'PROPERTY_VALUE_NORMALIZED','context':{"
                                                + "'propertyName':['birthday'],'rawValue':['1990-05-04T10:00:00Z']}}],'properties'")));

        Written written = (Written) write(crm, "1", "birthday", "1990-05-04T10:00:00Z");

        assertThat(written.values()).contains(Fields.of("birthday", "1990-05-04"));
    }

    @Test
    void hubSpotsOwnChangesOfAPropertyThatOnlyItWritesAreReadAndNeverWritten() {
        stub.properties("{'name':'hs_marketable_status','type':'enumeration','fieldType':'select',"
                + "'modificationMetadata':{'readOnlyValue':true}}");

        assertThat(stub.open()
                        .schema()
                        .fields(CONTACT)
                        .get(FieldName.of("hs_marketable_status"))
                        .traits())
                .doesNotContain(Trait.CREATABLE, Trait.UPDATABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MISSING_REQUIRED_PROPERTY",
                "MISSING_CONDITIONAL_REQUIRED_PROPERTY",
                "PROPERTY_VALIDATION_RULE",
                "SOME_RULE_OF_TOMORROW"
            })
    void anAdminsRuleThatComesOvernightParksItsRowAndNamesTheProperty(String code) {
        Crm crm = stub.open("lastname");
        stub.answer(
                UPDATE,
                status(
                        400,
                        "{'category':'VALIDATION_ERROR','errors':[{'code':'" + code
                                + "','context':{'propertyName':['company']}}]}"));

        assertThat(write(crm, "1", "lastname", "Doe")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isIn(FailureKind.MISSING_VALUE, FailureKind.INVALID_VALUE);
            assertThat(refused.field()).contains(FieldName.of("company"));
            assertThat(refused.sentence()).contains("'company'", code);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "50.0", "50.00", "5e1"})
    void aNumberIsTheSameHoweverItIsWritten(String text) {
        Crm crm = stub.open("numemployees");
        stub.answer(READ, ok("{'results':[" + record("'numemployees':'" + text + "'") + "]}"));

        CrmRecord read = crm.reader().byRefs(List.of(ref("1"))).get(ref("1"));

        assertThat(read.fields().get(FieldName.of("numemployees"))).contains(FieldValue.of("50"));
    }

    private Crm opened(String name, String type, String look) {
        stub.properties(
                "{'name':'email','type':'string','fieldType':'text'}",
                "{'name':'" + name + "','type':'" + type + "','fieldType':'" + look + "'}");
        return stub.open(name);
    }

    private static WriteOutcome write(Crm crm, String id, String field, String value) {
        return crm.writer()
                .write(List.of(new WriteCommand.Update(ref(id), Fields.of(field, value), Lane.FIELDS)))
                .get(0);
    }

    private static String answer(String properties) {
        return "{'results':[" + record(properties) + "]}";
    }

    private static String record(String properties) {
        return "{'id':'1','createdAt':'2026-01-02T03:04:05Z','updatedAt':'2026-11-22T11:00:00Z','properties':{"
                + properties + "}}";
    }
}
