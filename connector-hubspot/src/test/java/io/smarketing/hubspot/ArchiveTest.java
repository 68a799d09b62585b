package io.smarketing.hubspot;

import static io.smarketing.hubspot.Stub.LIST;
import static io.smarketing.hubspot.Stub.SEARCH;
import static io.smarketing.hubspot.Stub.ok;
import static io.smarketing.hubspot.Stub.ref;
import static io.smarketing.hubspot.Stub.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the archive is walked, what is told of it, and what it costs; it is 12:00 by HubSpot's clock. */
class ArchiveTest {

    private static final String LATE = "2026-11-22T11:59:00Z";
    private static final String LONG_AGO = "2026-10-01T00:00:00Z";

    private final Stub stub = new Stub();

    @AfterEach
    void close() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource({
        "300, 300, 2026-11-22T09:00:00Z, 2026-11-22T09:00:00Z, counted 2026-11-22T12:00:00Z 2026-11-22T11:59:50Z 300",
        "300, 301, 2026-11-22T09:00:00Z, 2026-11-22T09:00:00Z, counted 2026-11-22T12:00:00Z 2026-11-22T11:59:50Z 301",
        "300, 299, 2026-11-22T09:00:00Z, 2026-11-22T09:00:00Z, archive 2026-11-22T12:00:00Z 2026-11-22T11:59:50Z 2026-11-22T09:00:00Z 299",
        "300, 299, 2026-11-22T09:00:00Z, 2026-11-22T12:30:00Z, counted 2026-11-22T12:00:00Z 2026-11-22T11:59:50Z 300",
        "300, 300, 2026-11-21T11:00:00Z, 2026-11-21T11:00:00Z, archive 2026-11-22T12:00:00Z 2026-11-22T11:59:50Z 2026-11-21T11:00:00Z 300"
    })
    void theArchiveIsWalkedIfThereAreFewerThanThereShouldBeAndOnceADay(
            long before, long now, String walked, String rest, String next) {
        stub.answer(SEARCH, ok("{'results':[]}"), ok("{'total':" + now + "}"));
        stub.answer(LIST, ok("{'results':[]}"));

        ChangePage page =
                read("counted 2026-11-22T11:59:50Z 2026-11-22T11:59:50Z " + before + " " + walked + " " + rest);

        assertThat(page.next().text()).startsWith(next);
        assertThat(page.caughtUp()).isEqualTo(next.startsWith("counted"));
    }

    @Test
    void whoWasCreatedMeanwhileIsExpectedToBeThere() {
        String born = "{'id':'1','properties':{'createdate':'2026-11-22T11:59:55Z','lastmodifieddate':'" + LATE + "'}}";
        String known =
                "{'id':'2','properties':{'createdate':'2026-11-22T11:59:40Z','lastmodifieddate':'" + LATE + "'}}";
        stub.answer(SEARCH, ok("{'results':[" + born + "," + known + "]}"), ok("{'total':300}"));
        stub.answer(LIST, ok("{'results':[]}"));

        ChangePage page =
                read("counted 2026-11-22T11:59:50Z 2026-11-22T11:59:50Z 300 2026-11-22T09:00:00Z 2026-11-22T09:00:00Z");

        assertThat(page.next().text()).startsWith("archive");
    }

    @Test
    void onlyWhatWasArchivedOfLateIsToldAndAMergedOneIsNotGone() {
        stub.answer(
                LIST,
                ok("{'results':[" + archived(1, LONG_AGO) + "," + archived(2, LATE) + "," + archived(3, LATE) + "]}"));
        stub.answer(LIST + "/2", status(404, "{}"));
        stub.answer(LIST + "/3", ok("{'id':'9'}"));

        ChangePage page = read("archive 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z 2026-11-22T09:00:00Z 299");

        assertThat(page.changes()).containsExactly(new Change.Gone(ref("2")), new Change.Became(ref("3"), ref("9")));
        assertThat(page.caughtUp()).isTrue();
        assertThat(page.listing()).isFalse();
        assertThat(page.next().text())
                .isEqualTo(
                        "counted 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z 299 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z");
    }

    @Test
    void whoIsBackByNowIsNotGone() {
        stub.answer(LIST, ok("{'results':[" + archived(2, LATE) + "]}"));
        stub.answer(LIST + "/2", ok("{'id':'2'}"));

        assertThat(read("archive 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z 2026-11-22T09:00:00Z 299")
                        .changes())
                .isEmpty();
    }

    @Test
    void aLargeArchiveIsWalkedPageByPageByAnyProcessAndThenLeftAloneForAWhile() {
        stub.answer(
                LIST,
                IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> page(i, i < 12).withHeader("Date", date(i)))
                        .toArray(ResponseDefinitionBuilder[]::new));

        ChangePage first = read("archive 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z 2026-11-22T09:00:00Z 299");
        assertThat(first.caughtUp()).isFalse();
        assertThat(first.next().text())
                .isEqualTo(
                        "archive 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z 2026-11-22T09:00:00Z 299 2026-11-22T12:00:01Z after-10");
        ChangePage second = feed().read(first.next());

        assertThat(second.caughtUp()).isTrue();
        assertThat(second.next().text())
                .isEqualTo(
                        "counted 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z 299 2026-11-22T12:00:01Z 2026-11-22T12:01:51Z");
        assertThat(stub.requests()).extracting(LoggedRequest::getUrl).allMatch(url -> url.contains("archived=true"));
    }

    @Test
    void aMergeIsToldWithTheOneThatItMadeAndEachFormerIdLeadsThere() {
        stub.properties("{'name':'hs_merged_object_ids','type':'enumeration','fieldType':'checkbox'}");
        stub.answer(
                SEARCH,
                ok("{'results':[{'id':'9','properties':{'hs_merged_object_ids':'2;3','lastmodifieddate':'" + LATE
                        + "','createdate':'2026-11-01T00:00:00Z'}}]}"),
                ok("{'total':300}"));

        ChangePage page =
                read("counted 2026-11-22T11:59:50Z 2026-11-22T11:59:50Z 300 2026-11-22T09:00:00Z 2026-11-22T09:00:00Z");

        assertThat(page.changes())
                .startsWith(new Change.Became(ref("2"), ref("9")), new Change.Became(ref("3"), ref("9")))
                .extracting(Change::ref)
                .endsWith(ref("9"));
        assertThat(stub.bodies(SEARCH).get(0).path("properties").toString()).contains("hs_merged_object_ids");
    }

    private ChangePage read(String cursor) {
        return feed().read(new Cursor(cursor));
    }

    private ChangeFeed feed() {
        return stub.open().changes();
    }

    private static ResponseDefinitionBuilder page(int id, boolean more) {
        String next = more ? ",'paging':{'next':{'after':'after-" + id + "'}}" : "";
        return ok("{'results':[" + archived(id, LONG_AGO) + "]" + next + "}");
    }

    private static String archived(int id, String at) {
        return "{'id':'" + id + "','archived':true,'archivedAt':'" + at + "','properties':{}}";
    }

    private static String date(int second) {
        return String.format("Sun, 22 Nov 2026 12:00:%02d GMT", second);
    }
}
