package io.smarketing.salesforce.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.metadata.CustomField;
import com.sforce.soap.metadata.FieldType;
import com.sforce.soap.metadata.LeadConvertSettings;
import com.sforce.soap.metadata.ListMetadataQuery;
import com.sforce.soap.metadata.Metadata;
import com.sforce.soap.metadata.MetadataConnection;
import com.sforce.soap.metadata.SaveResult;
import com.sforce.soap.metadata.UpsertResult;
import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.Field;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.QueryResult;
import com.sforce.soap.partner.fault.ApiFault;
import com.sforce.soap.partner.fault.MalformedQueryFault;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import com.sforce.ws.SessionRenewer;
import com.sforce.ws.SoapFaultException;
import io.smarketing.salesforce.BareOrg;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;

class WscTest {

    private static final String HOST = "http://org.test";

    private final BareOrg org = new BareOrg();

    @Test
    void partnerTellsTheUserAndTheTime() throws ConnectionException {
        PartnerConnection connection = partner(BareOrg.TOKEN);

        assertThat(connection.getUserInfo().getUserName()).isEqualTo("integration@org.example");
        assertThat(connection.getUserInfo().getOrganizationId()).startsWith("00D000000000001");
        assertThat(connection.getServerTimestamp().getTimestamp().toInstant()).isEqualTo(org.clock.instant());
        assertThat(connection.getLimitInfoHeader().getLimitInfo()[0].getLimit()).isEqualTo(100_000);
    }

    @Test
    void partnerDescribesAndQueries() throws ConnectionException, BadRow {
        org.org
                .insider()
                .create("Contact", Map.of("LastName", "<Lead & 1>", "Account.Name", "Acme"), org.clock.instant());
        PartnerConnection connection = partner(BareOrg.TOKEN);

        DescribeSObjectResult lead = connection.describeSObject("Lead");
        assertThat(lead.getKeyPrefix()).isEqualTo("00Q");
        assertThat(lead.getFields()).extracting(Field::getName).contains("Email", "OwnerId", "Status");
        assertThat(connection.describeSObjects(new String[] {"Contact", "Account"}))
                .hasSize(2);
        assertThat(connection.describeGlobal().getSobjects())
                .extracting(o -> o.getName())
                .contains("Lead", "Contact");
        QueryResult found = connection.query("SELECT LastName, CreatedDate, Account.Name FROM Contact");
        assertThat(found.getSize()).isEqualTo(1);
        assertThat(found.isDone()).isTrue();
        assertThat(found.getRecords()[0].getField("LastName")).isEqualTo("<Lead & 1>");
        assertThat(found.getRecords()[0].getSObjectField("Account")).isNotNull();
        assertThat(connection
                        .query("SELECT Id, (SELECT Id FROM Contacts) FROM Account")
                        .getRecords()[0]
                        .getChild("Contacts")
                        .getField("size"))
                .isEqualTo("1");
    }

    @Test
    void partnerPagesWithALocator() throws ConnectionException, BadRow {
        for (int i = 0; i < 2_100; i++) {
            org.org.insider().create("Account", Map.of("Name", "Company " + i), org.clock.instant());
        }
        PartnerConnection connection = partner(BareOrg.TOKEN);

        QueryResult first = connection.query("SELECT Name FROM Account");
        QueryResult second = connection.queryMore(first.getQueryLocator());

        assertThat(first.isDone()).isFalse();
        assertThat(first.getRecords()).hasSize(2_000);
        assertThat(second.isDone()).isTrue();
        assertThat(second.getRecords()).hasSize(100);
    }

    @Test
    void partnerTellsWhatChangedInASpan() throws ConnectionException, BadRow {
        String id = org.org.insider().create("Account", Map.of("Name", "Company"), org.clock.instant());
        Calendar from = calendar(-600);
        Calendar to = calendar(600);

        assertThat(partner(BareOrg.TOKEN).getUpdated("Account", from, to).getIds())
                .containsExactly(id);
        assertThat(partner(BareOrg.TOKEN).getDeleted("Account", from, to).getDeletedRecords())
                .isEmpty();
    }

    @Test
    void faultsBearTheirCode() {
        assertThatThrownBy(() -> partner(BareOrg.TOKEN).query("SELECT FROM Lead"))
                .isInstanceOfSatisfying(
                        MalformedQueryFault.class,
                        f -> assertThat(f.getExceptionCode().name()).isEqualTo("MALFORMED_QUERY"));
        assertThatThrownBy(() -> partner(BareOrg.TOKEN).describeSObject("Nothing"))
                .isInstanceOf(ApiFault.class);
        assertThatThrownBy(() -> partner(BareOrg.TOKEN).login("somebody", "secret"))
                .isInstanceOf(ConnectionException.class)
                .satisfies(
                        e -> assertThat(((SoapFaultException) e).getFaultCode().getLocalPart())
                                .isEqualTo("INVALID_OPERATION"));
    }

    @Test
    void anEndedSessionIsRenewedByTheLibrarysOwnRenewer() throws ConnectionException {
        ConnectorConfig config = config("dead", "/services/Soap/u/65.0");
        AtomicInteger renewals = new AtomicInteger();
        config.setSessionRenewer(ended -> {
            renewals.incrementAndGet();
            SessionRenewer.SessionRenewalHeader header = new SessionRenewer.SessionRenewalHeader();
            header.name = new QName("urn:partner.soap.sforce.com", "SessionHeader");
            var session = new com.sforce.soap.partner.SessionHeader_element();
            session.setSessionId(BareOrg.TOKEN);
            header.headerElement = session;
            return header;
        });

        assertThat(new PartnerConnection(config).getServerTimestamp()).isNotNull();
        assertThat(renewals).hasValue(1);
    }

    @Test
    void aDeadSessionOfTheMetadataApiIsToldByItsCode() {
        assertThatThrownBy(() -> metadata("dead").describeMetadata(62.0))
                .isInstanceOfSatisfying(SoapFaultException.class, f -> {
                    assertThat(f.getFaultCode().getLocalPart()).isEqualTo("INVALID_SESSION_ID");
                    assertThat(f).hasMessageContaining("Session not found");
                });
    }

    @Test
    void metadataCreatesReadsAndUpserts() throws ConnectionException {
        MetadataConnection connection = metadata(BareOrg.TOKEN);
        CustomField key = text("Lead.Our_Key__c");
        key.setExternalId(true);
        key.setUnique(true);
        key.setInlineHelpText("<What> is it?");

        assertThat(connection.createMetadata(new Metadata[] {key})[0].isSuccess())
                .isTrue();

        CustomField read =
                (CustomField) connection.readMetadata("CustomField", new String[] {"Lead.Our_Key__c", "Lead.No__c"})
                        .getRecords()[0];
        assertThat(read.getExternalId() && read.getUnique()).isTrue();
        assertThat(read.getInlineHelpText()).isEqualTo("<What> is it?");
        key.setLabel("Another label");
        UpsertResult again = connection.upsertMetadata(new Metadata[] {key})[0];
        UpsertResult fresh = connection.upsertMetadata(new Metadata[] {text("Contact.Our_Key__c")})[0];
        assertThat(again.isSuccess() && !again.isCreated()).isTrue();
        assertThat(fresh.isSuccess() && fresh.isCreated()).isTrue();
        assertThat(connection.describeMetadata(62.0).getMetadataObjects())
                .extracting(o -> o.getXmlName())
                .contains("CustomField", "PermissionSet", "ListView", "LeadConvertSettings");
        ListMetadataQuery query = new ListMetadataQuery();
        query.setType("CustomField");
        assertThat(connection.listMetadata(new ListMetadataQuery[] {query}, 62.0))
                .extracting(p -> p.getFullName())
                .contains("Lead.Our_Key__c", "Contact.Our_Key__c");
        assertThat(connection.readMetadata("LeadConvertSettings", new String[] {"LeadConvertSettings"})
                        .getRecords()[0])
                .isInstanceOf(LeadConvertSettings.class);
    }

    @Test
    void oneBadComponentDoesNotHoldUpTheOthers() throws ConnectionException {
        CustomField nameless = text("Lead.Nameless__c");
        nameless.setLabel("");

        SaveResult[] results = metadata(BareOrg.TOKEN).createMetadata(new Metadata[] {
            text("Lead.Good__c"), text("Lead.Bad__Name__c"), nameless, text("Nothing.X__c"), text("Lead.Good__c")
        });

        assertThat(results).extracting(SaveResult::isSuccess).containsExactly(true, false, false, false, false);
        assertThat(Arrays.stream(results)
                        .skip(1)
                        .map(r -> r.getErrors()[0].getStatusCode().name()))
                .containsExactly(
                        "FIELD_INTEGRITY_EXCEPTION",
                        "REQUIRED_FIELD_MISSING",
                        "INVALID_CROSS_REFERENCE_KEY",
                        "DUPLICATE_DEVELOPER_NAME");
    }

    @Test
    void elevenComponentsAreTooMany() {
        Metadata[] many =
                IntStream.range(0, 11).mapToObj(i -> text("Lead.F" + i + "__c")).toArray(Metadata[]::new);

        assertThatThrownBy(() -> metadata(BareOrg.TOKEN).createMetadata(many)).hasMessageContaining("more than 10");
    }

    @Test
    void theLibraryAloneWouldTalkToAHostInsideSalesforce() throws ConnectionException {
        ConnectorConfig config = new ConnectorConfig();
        config.setManualLogin(true);
        com.sforce.soap.metadata.Connector.newConnection(config);

        assertThat(config.getAuthEndpoint() + config.getServiceEndpoint()).contains("pc-rnd");
        assertThat(org.line.asks()).isEmpty();
    }

    private PartnerConnection partner(String session) throws ConnectionException {
        return new PartnerConnection(config(session, "/services/Soap/u/65.0"));
    }

    private MetadataConnection metadata(String session) throws ConnectionException {
        return new MetadataConnection(config(session, "/services/Soap/m/62.0"));
    }

    private ConnectorConfig config(String session, String path) {
        ConnectorConfig config = new ConnectorConfig();
        config.setAuthEndpoint(HOST + path);
        config.setServiceEndpoint(HOST + path);
        config.setSessionId(session);
        config.setCompression(false);
        config.setTransportFactory(() -> new SoapTransport(org.client()));
        return config;
    }

    private Calendar calendar(int seconds) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(org.clock.instant().plusSeconds(seconds).toEpochMilli());
        return calendar;
    }

    private static CustomField text(String fullName) {
        CustomField field = new CustomField();
        field.setFullName(fullName);
        field.setLabel("Label");
        field.setType(FieldType.Text);
        field.setLength(80);
        return field;
    }
}
