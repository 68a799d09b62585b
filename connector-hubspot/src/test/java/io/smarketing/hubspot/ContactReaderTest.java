package io.smarketing.hubspot;

import static io.smarketing.hubspot.Stub.LIST;
import static io.smarketing.hubspot.Stub.READ;
import static io.smarketing.hubspot.Stub.contact;
import static io.smarketing.hubspot.Stub.ok;
import static io.smarketing.hubspot.Stub.ref;
import static io.smarketing.hubspot.Stub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContactReaderTest {

    private static final FieldName STAGE = FieldName.of("lifecyclestage");

    private final Stub stub = new Stub();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void anEmptyQuestionCostsNoCall() {
        var reader = stub.open().reader();

        assertThat(reader.byRefs(List.of())).isEmpty();
        assertThat(reader.byKeys(List.of())).isEmpty();
        assertThat(reader.byEmails(List.of())).isEmpty();
        assertThat(reader.history(List.of(), Set.of(STAGE))).isEmpty();
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void asksForAHundredIdsACall() {
        stub.answer(READ, ok("{'results':[]}"));
        stub.answer(LIST + "/7", status(404, "{}"));

        stub.open()
                .reader()
                .byKeys(IntStream.range(0, 250).mapToObj(i -> "key-" + i).toList());

        assertThat(stub.bodies(READ)).extracting(b -> b.path("inputs").size()).containsExactlyInAnyOrder(100, 100, 50);
        assertThat(stub.bodies(READ))
                .allMatch(b -> b.path("idProperty").asText().equals("our_key"));
    }

    @Test
    void followsAMergeAndLeavesTheDeletedOut() {
        stub.answer(
                READ,
                status(207, "{'results':[" + contact("1") + "],'errors':[{'category':'OBJECT_NOT_FOUND'}]}"),
                ok("{'results':[" + contact("9") + "]}"));
        stub.answer(LIST + "/2", ok(contact("9")));
        stub.answer(LIST + "/3", status(404, "{'category':'OBJECT_NOT_FOUND'}"));

        Map<RecordRef, CrmRecord> records = stub.open().reader().byRefs(List.of(ref("1"), ref("2"), ref("3")));

        assertThat(records).containsOnlyKeys(ref("1"), ref("2"));
        assertThat(records.get(ref("2")).ref()).isEqualTo(ref("9"));
        assertThat(stub.requests()).hasSize(4);
    }

    @Test
    void anAddressThatIsNoneDoesNotHideTheOthers() {
        stub.answer(
                READ,
                status(400, "{'category':'VALIDATION_ERROR','message':'Invalid id x'}"),
                status(400, "{'category':'VALIDATION_ERROR','message':'Invalid id x'}"),
                ok("{'results':[" + contact("2") + "]}"));

        List<CrmRecord> records = stub.open()
                .reader()
                .byEmails(List.of(new Email("x' OR Name != '"), new Email("lead-0002@example.com")));

        assertThat(records).extracting(CrmRecord::ref).containsExactly(ref("2"));
    }

    @Test
    void asksForEachAddressOnceInLowerCase() {
        stub.answer(READ, ok("{'results':[" + contact("2") + "]}"));

        stub.open().reader().byEmails(List.of(new Email("LEAD-0002@example.com"), new Email("lead-0002@example.com")));

        assertThat(stub.bodies(READ).get(0).path("inputs").toString())
                .isEqualTo("[{\"id\":\"lead-0002@example.com\"}]");
    }

    @Test
    void aMissingKeyPropertyIsNamed() {
        stub.properties("{'name':'email','type':'string','fieldType':'text'}");
        var reader = stub.open().reader();

        assertThatThrownBy(() -> reader.byKeys(List.of("k")))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("'our_key'");
    }

    @Test
    void tellsHistoryOldestFirstAndOurOwnWritesByTheAppThatWroteTheKey() {
        stub.answer(
                READ,
                ok("{'results':[{'id':'1','propertiesWithHistory':{"
                        + "'our_key':[{'value':'k','timestamp':'2026-11-01T00:00:00Z','sourceType':'INTEGRATION','sourceId':'77'}],"
                        + "'lifecyclestage':["
                        + "{'value':'customer','timestamp':'2026-11-03T00:00:00.5Z','sourceType':'INTEGRATION','sourceId':'77'},"
                        + "{'value':'lead','timestamp':'2026-11-02T00:00:00Z','sourceType':'CRM_UI','sourceId':'userId:5'},"
                        + "{'value':'','timestamp':'2026-11-01T00:00:00Z','sourceType':'API','sourceId':'88'}]}}]}"));

        Map<FieldName, List<HistoryEntry>> history = stub.open()
                .reader()
                .history(List.of(ref("1")), Set.of(STAGE, FieldName.of("lastname")))
                .get(ref("1"));

        assertThat(history).containsOnlyKeys(STAGE);
        assertThat(history.get(STAGE)).extracting(e -> e.value().text()).containsExactly("", "lead", "customer");
        assertThat(history.get(STAGE))
                .extracting(HistoryEntry::by)
                .containsExactly(Author.SOMEBODY_ELSE, Author.SOMEBODY_ELSE, Author.OURSELVES);
    }

    @Test
    void withoutAKeyAnAppsWritesAreOfUnknownHand() {
        stub.answer(
                READ,
                ok(
                        "{'results':[{'id':'1','propertiesWithHistory':{'lifecyclestage':["
                                + "{'value':'lead','timestamp':'2026-11-02T00:00:00Z','sourceType':'API','sourceId':'88'}]}}]}"));

        var history = stub.open().reader().history(List.of(ref("1")), Set.of(STAGE));

        assertThat(history.get(ref("1")).get(STAGE).get(0).by()).isEqualTo(Author.UNKNOWN);
    }
}
