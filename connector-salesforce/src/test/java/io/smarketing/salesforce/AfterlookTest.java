package io.smarketing.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.lead.FieldName;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.Insider.Deed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hourly look through Salesforce's own lists of what was changed and deleted, asked for over SOAP. */
class AfterlookTest {

    private static final Duration HOUR = Duration.ofMinutes(61);

    private final SandboxOrg org = new SandboxOrg();

    private List<Ask> soap() {
        return org.line.asks().stream()
                .filter(a -> a.path().contains("/services/Soap/u/"))
                .toList();
    }

    private List<Change> after(Cursor from, Duration rest) {
        org.later(rest);
        // the first call tells the adapter how late it is
        org.crm.reader().byKeys(List.of("k"));
        return SandboxOrg.changes(org.pages(from));
    }

    /** A record of which no query has told that it was deleted: it was not there for long. */
    private String destroyed(Cursor from) throws BadRow {
        String id = org.lead("gone@example.com");
        org.act("Lead", id, "delete");
        org.act("Lead", id, "destroy");
        assertThat(SandboxOrg.changes(org.pages(from)))
                .extracting(c -> c.ref().id())
                .doesNotContain(id);
        return id;
    }

    @Test
    void aRecordThatLeftTheRecycleBinBeforeAnybodyAskedIsGone() throws BadRow {
        Cursor from = org.settled();
        org.later(Duration.ofMinutes(1));
        String id = destroyed(from);

        assertThat(after(from, HOUR)).contains(new Change.Gone(SandboxOrg.ref(StubOrg.LEAD, id)));
    }

    @Test
    void aFloodOfDeletionsIsLeftToTheQueries() throws BadRow {
        Cursor from = org.settled();
        org.later(Duration.ofMinutes(1));
        for (int i = 0; i <= 2_000; i++) {
            String id = org.lead("lead-%04d@example.com".formatted(i));
            org.act("Lead", id, "delete");
            org.act("Lead", id, "destroy");
        }

        assertThat(after(from, HOUR)).isEmpty();
        assertThat(soap()).isNotEmpty();
    }

    @Test
    void whereThePurgeEndsItsTraceReadingGoesOn() throws BadRow {
        org.switches.set("purge-ends-delete-log", "true");
        Cursor from = org.settled();
        org.later(Duration.ofMinutes(1));
        destroyed(from);

        assertThat(after(from, HOUR)).isEmpty();
        assertThat(soap()).isNotEmpty();
    }

    @Test
    void itIsMadeOnceAnHourWithTwoCallsATypeAndOneForTheTime() {
        Cursor from = org.settled();
        org.line.asks().clear();

        after(from, Duration.ofMinutes(30));
        assertThat(soap()).isEmpty();
        after(from, Duration.ofMinutes(31));
        assertThat(soap()).hasSize(5);
    }

    @Test
    void whatWasChangedSinceIsToldAgainAsItIsNow() throws BadRow {
        Cursor from = org.settled();
        String id = org.lead("lead-0001@example.com");
        Cursor known = SandboxOrg.end(org.pages(from));
        org.later(Duration.ofMinutes(25));
        known = SandboxOrg.end(org.pages(SandboxOrg.end(org.pages(known))));

        List<Change> told = after(known, Duration.ofMinutes(40));

        assertThat(told).extracting(c -> c.ref().id()).containsExactly(id);
    }

    @Test
    void whatIsMergedOrRestoredIsToldAsWhatItIsNow() throws BadRow {
        Cursor from = org.settled();
        String winner = org.lead("lead-0001@example.com");
        String loser = org.lead("lead-0001@example.com");
        String restored = org.lead("lead-0002@example.com");
        org.inside.act(new Deed(org.clock.instant(), "Lead", winner, "merge", "", loser));
        org.act("Lead", restored, "delete");
        org.act("Lead", restored, "undelete");

        List<Change> told = after(from, HOUR);

        assertThat(told)
                .contains(new Change.Became(SandboxOrg.ref(StubOrg.LEAD, loser), SandboxOrg.ref(StubOrg.LEAD, winner)))
                .filteredOn(c -> c.ref().id().equals(restored))
                .allMatch(Change.Changed.class::isInstance);
    }

    /** What the library cannot read, or Salesforce refuses, is a whole answer lost: the queries go on without it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "an element that the library does not know",
                "a header that the library does not know",
                "a fault whose code the library does not know",
                "INVALID_REPLICATION_DATE",
                "INSUFFICIENT_ACCESS",
            })
    void readingGoesOnWithoutTheLists(String what) throws BadRow {
        Cursor from = org.settled();
        org.line.answer = ask -> ask.path().contains("/Soap/u/") ? Optional.of(spoilt(what)) : Optional.empty();
        org.later(HOUR);
        String id = org.lead("lead-0001@example.com");

        List<Change> told = after(from, Duration.ofSeconds(1));

        assertThat(told).extracting(c -> c.ref().id()).containsExactly(id);
        assertThat(told.get(0))
                .isInstanceOfSatisfying(
                        Change.Changed.class,
                        c -> assertThat(c.record().orElseThrow().fields().text(FieldName.of("Email")))
                                .isEqualTo("lead-0001@example.com"));
        assertThat(soap()).isNotEmpty();
    }

    private Answer spoilt(String what) {
        return switch (what) {
            case "an element that the library does not know" ->
                envelope(
                        200,
                        "",
                        "<getServerTimestampResponse><result><appName>x</appName><timestamp>2026-11-20T11:00:00.000Z"
                                + "</timestamp></result></getServerTimestampResponse>");
            case "a header that the library does not know" ->
                envelope(
                        200,
                        "<NewHeader><x>1</x></NewHeader>",
                        "<getServerTimestampResponse><result><timestamp>2026-11-20T11:00:00.000Z</timestamp></result>"
                                + "</getServerTimestampResponse>");
            case "a fault whose code the library does not know" -> fault("A_CODE_OF_TOMORROW", "words");
            default -> fault(what, "words");
        };
    }

    private static Answer fault(String code, String words) {
        return envelope(
                500,
                "",
                "<soapenv:Fault><faultcode>sf:" + code + "</faultcode><faultstring>" + code + ": " + words
                        + "</faultstring><detail><sf:UnexpectedErrorFault xsi:type=\"sf:UnexpectedErrorFault\">"
                        + "<sf:exceptionCode>" + code + "</sf:exceptionCode><sf:exceptionMessage>" + words
                        + "</sf:exceptionMessage></sf:UnexpectedErrorFault></detail></soapenv:Fault>");
    }

    private static Answer envelope(int status, String header, String body) {
        return new Answer(
                status,
                Map.of("Content-Type", "text/xml"),
                "<?xml version=\"1.0\"?><soapenv:Envelope"
                        + " xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xmlns:sf=\"urn:fault.partner.soap.sforce.com\" xmlns=\"urn:partner.soap.sforce.com\">"
                        + "<soapenv:Header>" + header + "</soapenv:Header><soapenv:Body>" + body
                        + "</soapenv:Body></soapenv:Envelope>");
    }

    @ParameterizedTest
    @CsvSource({"503,<html>Down for maintenance</html>", "200,<html>Down for maintenance</html>", "200,"})
    void anOutageHoldsNothingUpAndIsMadeUpForLater(int status, String page) throws BadRow {
        Cursor from = org.settled();
        org.later(Duration.ofMinutes(1));
        String id = destroyed(from);
        Answer answer = new Answer(status, Map.of(), Optional.ofNullable(page).orElse(""));
        org.line.answer = ask -> ask.path().contains("/Soap/u/") ? Optional.of(answer) : Optional.empty();
        org.line.asks().clear();

        assertThat(after(from, HOUR)).isEmpty();
        assertThat(after(from, Duration.ofMinutes(5))).isEmpty();
        assertThat(soap()).as("not in each round").hasSize(1);
        org.line.answer = ask -> Optional.empty();
        assertThat(after(from, Duration.ofMinutes(11))).contains(new Change.Gone(SandboxOrg.ref(StubOrg.LEAD, id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Session timed out", "Session expired or invalid", "Illegal Session"})
    void anEndedSessionIsRenewedOnceHoweverItIsWorded(String words) {
        Cursor from = org.settled();
        boolean[] ended = new boolean[1];
        org.line.answer = ask -> {
            boolean first = ask.path().contains("/Soap/u/") && !ended[0];
            ended[0] |= first;
            return first ? Optional.of(fault("INVALID_SESSION_ID", words)) : Optional.empty();
        };
        org.line.asks().clear();

        after(from, HOUR);

        assertThat(soap()).hasSize(6);
        assertThat(org.line.asks().stream().filter(a -> a.path().endsWith("/token")))
                .hasSize(1);
    }

    @Test
    void aPolicyThatKeepsSoapFromUsIsNotTriedAgainAndAgain() throws BadRow {
        Cursor from = org.settled();
        org.line.answer = ask -> ask.path().contains("/Soap/u/")
                ? Optional.of(fault("INVALID_SESSION_ID", "This session is not valid for use with the API"))
                : Optional.empty();
        org.line.asks().clear();
        org.later(HOUR);
        String id = org.lead("lead-0001@example.com");

        assertThat(after(from, Duration.ofSeconds(1)))
                .extracting(c -> c.ref().id())
                .containsExactly(id);
        assertThat(soap().size()).isLessThanOrEqualTo(2);
    }

    @Test
    void allCallsGoToTheOrgThatTheLoginNamed() {
        Cursor from = org.settled();

        after(from, HOUR);

        assertThat(soap()).allSatisfy(a -> assertThat(a.headers().get("host")).startsWith("org.test"));
    }

    @Test
    void anEntityOfAnAnswerIsNeverFetched() {
        Cursor from = org.settled();
        Answer answer = new Answer(
                200,
                Map.of("Content-Type", "text/xml"),
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                        + envelope(200, "", "<x>&e;</x>").body().substring(21));
        org.line.answer = ask -> ask.path().contains("/Soap/u/") ? Optional.of(answer) : Optional.empty();

        assertThat(after(from, HOUR)).isEmpty();
    }

    @Test
    void aNewLookBeginsWhereTheLastOneWasSure() throws BadRow {
        Cursor from = org.settled();
        org.later(HOUR);
        org.crm.reader().byKeys(List.of("k"));
        Cursor looked = SandboxOrg.end(org.pages(from));
        // within the ten minutes of which the lists may not tell yet, and out of the bin before the next round
        org.later(Duration.ofMinutes(1));
        String id = destroyed(looked);

        assertThat(after(looked, HOUR)).contains(new Change.Gone(SandboxOrg.ref(StubOrg.LEAD, id)));
    }
}
