package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of records that are archived or merged away (sections 5.5 and 5.6). */
class ArchivedTest {

    private static final String CONTACTS = "/crm/objects/2026-09/contacts";

    private final Bench bench = new Bench();
    private final String first = bench.contact("'email':'lead-0001@example.com'");
    private final String second = bench.contact("'email':'lead-0002@example.com'");

    private List<String> archived() {
        return bench.get(CONTACTS + "?archived=true").path("results").findValuesAsText("id");
    }

    private String merge() {
        return bench.post(
                        200,
                        CONTACTS + "/merge",
                        "{'primaryObjectId':'" + first + "','objectIdToMerge':'" + second + "'}")
                .path("id")
                .asText();
    }

    @Test
    void aRestoredRecordIsBackUnderItsIdAndBearsANewStamp() {
        String before = bench.read(first, "").path("updatedAt").asText();
        bench.act(first, "delete", "", "");
        bench.clock.advance(Duration.ofMinutes(1));
        bench.act(first, "restore", "", "");
        JsonNode back = bench.read(first, "email");
        assertThat(back.path("updatedAt").asText()).isGreaterThan(before);
        assertThat(back.at("/properties/email").asText()).isEqualTo("lead-0001@example.com");
        assertThat(archived()).isEmpty();
    }

    @Test
    void nobodyIsRestoredOnceAnotherHasTheAddress() {
        bench.act(first, "delete", "", "");
        bench.contact("'email':'lead-0001@example.com'");
        assertThatThrownBy(() -> bench.act(first, "restore", "", "")).isInstanceOf(AssertionError.class);
    }

    @Test
    void mergedAwayIdsAreListedAsArchivedOnlyByTheSwitch() {
        merge();
        assertThat(archived()).isEmpty();
    }

    @Test
    void mergedAwayIdsMayBeListedAsArchivedAndStillLeadOn() {
        bench.switches.set("merge-archives", "true");
        String now = merge();
        assertThat(archived()).containsExactlyInAnyOrder(first, second);
        assertThat(bench.read(first, "").path("id").asText()).isEqualTo(now);
        assertThatThrownBy(() -> bench.act(first, "restore", "", "")).isInstanceOf(AssertionError.class);
    }

    @Test
    void archivedRecordsMayBeListedInAnotherOrder() {
        bench.act(first, "delete", "", "");
        bench.act(second, "delete", "", "");
        assertThat(archived()).containsExactly(first, second);
        bench.switches.set("archived-order", "reversed");
        assertThat(archived()).containsExactly(second, first);
        String after = bench.get(CONTACTS + "?archived=true&limit=1")
                .at("/paging/next/after")
                .asText();
        assertThat(bench.get(CONTACTS + "?archived=true&limit=1&after=" + after)
                        .path("results")
                        .findValuesAsText("id"))
                .containsExactly(first);
    }

    @Test
    void aPrivacyDeletionTakesAnArchivedRecordToo() {
        bench.act(first, "delete", "", "");
        bench.call(204, "POST", CONTACTS + "/gdpr-delete", "{'objectId':'" + first + "'}");
        assertThat(archived()).isEmpty();
    }
}
