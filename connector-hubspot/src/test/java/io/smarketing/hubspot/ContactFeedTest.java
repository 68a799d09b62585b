package io.smarketing.hubspot;

import static io.smarketing.hubspot.Stub.LIST;
import static io.smarketing.hubspot.Stub.SEARCH;
import static io.smarketing.hubspot.Stub.ok;
import static io.smarketing.hubspot.Stub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.smarketing.core.crm.Change.Changed;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContactFeedTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final long MINUTE = 60_000;
    private static final String HEADS = "300 2026-11-22T09:00:00Z 2026-11-22T09:01:00Z";

    private final Stub stub = new Stub();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void aListedRowIsTheRecord() {
        stub.answer(
                LIST,
                ok("{'results':[{'id':'1','createdAt':'2026-01-02T03:04:05.678Z','properties':{"
                        + "'email':'Lead-0001@Example.com','lastname':' Doe-0001 ','numemployees':'12.50','our_key':'org-1',"
                        + "'lifecyclestage':'lead','hs_lifecyclestage_lead_date':'2026-01-02T03:04:06.900Z',"
                        + "'hs_v2_date_entered_customer':null,'lastmodifieddate':'2026-11-22T11:59:59.123Z'}}]}"));

        ChangePage page = stub.open("email", "lastname", "numemployees", "unknown_one")
                .changes()
                .read(Cursor.START);

        CrmRecord record = ((Changed) page.changes().get(0)).record().orElseThrow();
        assertThat(record.ref()).isEqualTo(Stub.ref("1"));
        assertThat(record.stamp()).isEqualTo(Instant.parse("2026-11-22T11:59:59.123Z"));
        assertThat(record.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(record.modifiedBy()).isEqualTo(Author.UNKNOWN);
        assertThat(record.key()).isEqualTo("org-1");
        assertThat(record.email()).contains(new Email("lead-0001@example.com"));
        assertThat(record.fields().text(FieldName.of("lastname"))).isEqualTo("Doe-0001");
        assertThat(record.fields().text(FieldName.of("numemployees"))).isEqualTo("12.5");
        assertThat(record.fields().get(FieldName.of("unknown_one"))).isEmpty();
        assertThat(record.stage().value()).isEqualTo("lead");
        assertThat(record.stage().dates()).containsOnlyKeys("lead");
        assertThat(page.listing()).isTrue();
        assertThat(page.readAt()).isEqualTo(NOON);
    }

    @Test
    void anUnreadableValueStaysAsItIs() {
        stub.answer(LIST, ok("{'results':[" + contact(1, "'numemployees':'a dozen'") + "]}"));

        ChangePage page = stub.open("numemployees").changes().read(Cursor.START);

        CrmRecord record = ((Changed) page.changes().get(0)).record().orElseThrow();
        assertThat(record.fields().text(FieldName.of("numemployees"))).isEqualTo("a dozen");
    }

    @Test
    void gathersTenListPagesAndFetchesTheNextAhead() {
        stub.answer(
                LIST,
                IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> listPage(i, i < 12))
                        .toArray(ResponseDefinitionBuilder[]::new));
        ChangeFeed feed = stub.open().changes();

        ChangePage first = feed.read(Cursor.START);
        assertThat(ids(first)).hasSize(10);
        assertThat(stub.requests()).hasSize(12);

        ChangePage second = feed.read(first.next());
        assertThat(ids(second)).containsExactly("11", "12");
        assertThat(second.listing()).isTrue();
        assertThat(stub.requests()).hasSize(12);
        assertThat(first.next().text()).isEqualTo("list 2026-11-22T12:00:00Z after-10");
        assertThat(second.next().text()).isEqualTo("window 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z");
    }

    @Test
    void aCursorMayBeReadAgain() {
        stub.answer(
                LIST,
                IntStream.rangeClosed(1, 24)
                        .mapToObj(i -> listPage(i, true))
                        .toArray(ResponseDefinitionBuilder[]::new));
        ChangeFeed feed = stub.open().changes();
        Cursor second = feed.read(Cursor.START).next();
        feed.read(second);

        feed.read(second);

        assertThat(stub.requests().stream().filter(r -> r.getUrl().endsWith("after=after-10")))
                .hasSize(2);
    }

    @Test
    void aFailureOfThePageFetchedAheadShowsWhenItIsRead() {
        ResponseDefinitionBuilder[] pages = Stream.concat(
                        IntStream.rangeClosed(1, 10).mapToObj(i -> listPage(i, true)),
                        Stream.of(status(400, "{'category':'VALIDATION_ERROR'}"), listPage(11, false)))
                .toArray(ResponseDefinitionBuilder[]::new);
        stub.answer(LIST, pages);
        ChangeFeed feed = stub.open().changes();
        Cursor next = feed.read(Cursor.START).next();

        assertThatThrownBy(() -> feed.read(next)).isInstanceOf(CrmException.class);
        assertThat(ids(feed.read(next))).containsExactly("11");
    }

    @Test
    void anIdleRoundIsThreeRequestsAndAsksAMinuteBack() {
        stub.answer(SEARCH, ok("{'total':0,'results':[]}"), ok("{'total':300,'results':[]}"));

        ChangePage page =
                stub.open().changes().read(new Cursor("counted 2026-11-22T11:58:00Z 2026-11-22T11:56:00Z " + HEADS));

        assertThat(stub.requests()).hasSize(3);
        JsonNode query = stub.bodies(SEARCH).get(0);
        assertThat(filters(stub.bodies(SEARCH).get(1))).containsExactly("createdate LTE " + NOON.toEpochMilli());
        assertThat(filters(query)).containsExactly("lastmodifieddate GTE " + (NOON.toEpochMilli() - 3 * MINUTE));
        assertThat(query.at("/sorts/0/propertyName").asText()).isEqualTo("hs_object_id");
        assertThat(page.caughtUp()).isTrue();
        assertThat(page.listing()).isFalse();
        assertThat(page.changes()).isEmpty();
        assertThat(page.next().text()).isEqualTo("counted 2026-11-22T12:00:00Z 2026-11-22T11:56:00Z " + HEADS);
    }

    @Test
    void fiveMinutesAfterAFarLookTheNextLooksTenMinutesFurtherBack() {
        stub.answer(
                SEARCH,
                ok("{'total':1,'results':[" + contact(1, "") + "]}"),
                ok("{'total':1,'results':[" + contact(2, "") + "]}"),
                ok("{'total':300,'results':[]}"));

        ChangePage page =
                stub.open().changes().read(new Cursor("counted 2026-11-22T11:58:00Z 2026-11-22T11:55:00Z " + HEADS));

        assertThat(filters(stub.bodies(SEARCH).get(1)))
                .containsExactly("lastmodifieddate GTE " + (NOON.toEpochMilli() - 15 * MINUTE));
        assertThat(ids(page)).containsExactly("2");
        assertThat(page.next().text()).isEqualTo("counted 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z " + HEADS);
    }

    @Test
    void aLongWindowIsReadByAscendingIdUpToTheTimeOfItsFirstAnswer() {
        stub.answer(
                SEARCH,
                IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> ok("{'total':300,'results':[" + contact(i * 200, "") + "]"
                                + (i < 7 ? ",'paging':{'next':{'after':'200'}}}" : "}")))
                        .toArray(ResponseDefinitionBuilder[]::new));
        ChangeFeed feed = stub.open().changes();

        ChangePage first = feed.read(new Cursor("counted 2026-11-22T11:58:00Z 2026-11-22T11:56:00Z " + HEADS));
        ChangePage second = feed.read(first.next());

        assertThat(ids(first)).containsExactly("200", "400", "600", "800", "1000");
        assertThat(first.caughtUp()).isFalse();
        assertThat(ids(second)).containsExactly("1200", "1400");
        assertThat(second.caughtUp()).isTrue();
        assertThat(second.next().text()).isEqualTo("counted 2026-11-22T12:00:00Z 2026-11-22T11:56:00Z " + HEADS);
        assertThat(filters(stub.bodies(SEARCH).get(5)))
                .containsExactly(
                        "lastmodifieddate GTE " + (NOON.toEpochMilli() - 3 * MINUTE),
                        "lastmodifieddate LTE " + (NOON.toEpochMilli() + 1_000),
                        "hs_object_id GT 1000");
        assertThat(stub.bodies(SEARCH)).allMatch(q -> q.path("after").isMissingNode());
    }

    @Test
    void tooManyPropertiesForAUrlAreLeftToTheBatchRead() {
        String[] names = IntStream.range(0, 400)
                .mapToObj(i -> "a_long_custom_property_" + i)
                .toArray(String[]::new);
        stub.properties(Stream.of(names)
                .map(n -> "{'name':'" + n + "','type':'string','fieldType':'text'}")
                .toArray(String[]::new));
        stub.answer(LIST, listPage(1, false));

        ChangePage page = stub.open(names).changes().read(Cursor.START);

        assertThat(((Changed) page.changes().get(0)).record()).isEmpty();
        assertThat(stub.requests().get(0).getUrl()).hasSizeLessThan(200);
    }

    @Test
    void aForeignCursorIsRefused() {
        ChangeFeed feed = stub.open().changes();

        assertThatThrownBy(() -> feed.read(new Cursor("something else"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static ResponseDefinitionBuilder listPage(int id, boolean more) {
        String next = more ? ",'paging':{'next':{'after':'after-" + id + "'}}" : "";
        return ok("{'results':[" + contact(id, "'lastname':'Doe'") + "]" + next + "}");
    }

    private static String contact(int id, String properties) {
        return "{'id':'" + id + "','createdAt':'2026-01-02T03:04:05.678Z','updatedAt':'2026-11-22T11:00:00Z',"
                + "'properties':{" + properties + "}}";
    }

    private static List<String> ids(ChangePage page) {
        return page.changes().stream().map(c -> c.ref().id()).toList();
    }

    private static List<String> filters(JsonNode query) {
        return IntStream.range(0, query.at("/filterGroups/0/filters").size())
                .mapToObj(i -> query.at("/filterGroups/0/filters/" + i))
                .map(f -> f.path("propertyName").asText() + " "
                        + f.path("operator").asText() + " " + f.path("value").asText())
                .collect(Collectors.toList());
    }
}
