package io.smarketing.sandbox.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.sandbox.kernel.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the SOAP endpoints answer to what no client library sends, and what set-up does to REST. */
class SoapTest {

    private static final String METADATA = "/services/Soap/m/62.0";
    private static final String FIELD =
            "<metadata xsi:type=\"CustomField\"><fullName>Lead.Our_Key__c</fullName><externalId>true</externalId>"
                    + "<inlineHelpText>Leave it alone.</inlineHelpText><label>Our key</label><length>80</length>"
                    + "<type>Text</type><unique>true</unique></metadata>";

    private final Bench bench = new Bench(true, OrgSettings.Speed.REAL);

    @Test
    void what_is_no_envelope_is_told_so_and_nothing_is_read_from_elsewhere() {
        assertThat(soap("").body()).contains("no SOAP envelope");
        assertThat(soap("<a><b></a>").body()).contains("no SOAP envelope");
        assertThat(soap("<a>".repeat(100_000)).body()).contains("no SOAP envelope");
        assertThat(soap("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                                + envelope("fixed-token", "<describeMetadata>&x;</describeMetadata>"))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void a_call_needs_a_session_in_its_header() {
        Answer refused = soap(envelope("dead", "<describeMetadata/>"));

        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.body()).contains("<faultcode>sf:INVALID_SESSION_ID</faultcode>", "Session not found");
        assertThat(soap(envelope("fixed-token", "<describeMetadata/>")).status())
                .isEqualTo(200);
    }

    @Test
    void old_versions_and_login_are_gone() {
        assertThat(send("/services/Soap/u/30.0", envelope("fixed-token", "<getUserInfo/>")))
                .contains("UNSUPPORTED_API_VERSION");
        assertThat(send("/services/Soap/x/62.0", envelope("fixed-token", "<getUserInfo/>")))
                .contains("UNSUPPORTED_API_VERSION");
        assertThat(send("/services/Soap/u/65.0", envelope("", "<login><username>a</username></login>")))
                .contains("INVALID_OPERATION", "not available in the API version specified (65.0)");
    }

    @Test
    void a_call_counts_as_one_of_the_day() {
        bench.switches.set("daily-limit", "2");
        soap(envelope("fixed-token", "<describeMetadata/>"));
        send(
                "/services/Soap/u/65.0",
                envelope("fixed-token", "<query><queryString>SELECT Id FROM Lead</queryString></query>"));

        assertThat(soap(envelope("fixed-token", "<describeMetadata/>")).body()).contains("REQUEST_LIMIT_EXCEEDED");
    }

    @Test
    void a_field_made_so_is_seen_and_written_only_with_a_permission() {
        assertThat(call("createMetadata", FIELD)).contains("<success>true</success>");
        assertThat(bench.get("/sobjects/Lead/describe").body()).doesNotContain("Our_Key__c");
        assertThat(bench.error(bench.ask("SELECT Our_Key__c FROM Lead"))).isEqualTo("400 INVALID_FIELD");

        assertThat(call("createMetadata", permissions("true", "false"))).contains("<success>true</success>");
        assertThat(bench.get("/sobjects/Lead/describe").body()).doesNotContain("Our_Key__c");
        String set = bench.column("SELECT Id FROM PermissionSet WHERE Name = 'Ours'", "Id")
                .get(0);
        String user = bench.column("SELECT Id FROM User WHERE Username = 'integration@org.example'", "Id")
                .get(0);
        bench.send(
                "POST",
                "/sobjects/PermissionSetAssignment",
                "{'AssigneeId':'" + user + "','PermissionSetId':'" + set + "'}");
        assertThat(bench.get("/sobjects/Lead/describe").body())
                .contains("Our_Key__c", "\"label\":\"Our key\"", "\"inlineHelpText\":\"Leave it alone.\"");
        String row = "{'LastName':'Lead','Company':'Acme','Our_Key__c':'k-1'}";
        assertThat(bench.error(bench.send("POST", "/sobjects/Lead", row)))
                .isEqualTo("400 INVALID_FIELD_FOR_INSERT_UPDATE");

        assertThat(call("updateMetadata", permissions("true", "true"))).contains("<success>true</success>");
        assertThat(bench.send("POST", "/sobjects/Lead", row).status()).isEqualTo(201);
        assertThat(bench.error(bench.send("POST", "/sobjects/Lead", row))).isEqualTo("400 DUPLICATE_VALUE");
        assertThat(bench.send("PATCH", "/sobjects/Lead/Our_Key__c/K-1", "{'City':'Berlin'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_permission_set_cannot_name_a_field_that_is_not_there() {
        assertThat(call("createMetadata", permissions("true", "true")))
                .contains("no CustomField named Lead.Our_Key__c found", "INVALID_CROSS_REFERENCE_KEY");
    }

    @Test
    void a_lead_field_reaches_the_contact_only_if_it_is_mapped() {
        call("createMetadata", FIELD + FIELD.replace("Lead.", "Contact."));
        convert("lead-0001@example.com");
        call(
                "updateMetadata",
                "<metadata xsi:type=\"LeadConvertSettings\"><fullName>LeadConvertSettings</fullName><objectMapping>"
                        + "<inputObject>Lead</inputObject><mappingFields><inputField>Our_Key__c</inputField>"
                        + "<outputField>Our_Key__c</outputField></mappingFields><outputObject>Contact</outputObject>"
                        + "</objectMapping></metadata>");
        convert("lead-0002@example.com");

        assertThat(contactKey("lead-0001@example.com")).isEmpty();
        assertThat(contactKey("lead-0002@example.com")).isEqualTo("key of lead-0002@example.com");
    }

    private void convert(String email) {
        String lead = bench.lead(email, "Our_Key__c", "key of " + email);
        bench.act("Lead", lead, "convert", "", "");
    }

    private String contactKey(String email) {
        String contact = bench.org.insider().find("Contact", email).get(0);
        return bench.org.insider().peek("Contact", contact, "Our_Key__c").orElse("");
    }

    private static String permissions(String readable, String editable) {
        return "<metadata xsi:type=\"PermissionSet\"><fullName>Ours</fullName><fieldPermissions><editable>" + editable
                + "</editable><field>Lead.Our_Key__c</field><readable>" + readable
                + "</readable></fieldPermissions><label>Ours</label></metadata>";
    }

    private String call(String name, String inside) {
        return soap(envelope("fixed-token", "<" + name + ">" + inside + "</" + name + ">"))
                .body();
    }

    private Answer soap(String body) {
        return bench.send("POST", METADATA, Map.of(), body);
    }

    private String send(String path, String body) {
        return bench.send("POST", path, Map.of(), body).body();
    }

    private static String envelope(String session, String body) {
        return "<env:Envelope xmlns:env=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><env:Header><SessionHeader><sessionId>"
                + session + "</sessionId></SessionHeader></env:Header><env:Body>" + body
                + "</env:Body></env:Envelope>";
    }
}
