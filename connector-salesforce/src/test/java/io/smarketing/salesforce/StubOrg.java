package io.smarketing.salesforce;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;

/** An org whose answers each test gives itself, over a real socket; one at a time. */
final class StubOrg {

    static final CrmId SALES = new CrmId("sales");
    static final RecordType LEAD = new RecordType("Lead");
    static final RecordType CONTACT = new RecordType("Contact");
    static final String ORG = "00D000000000001EAA";
    static final String OURSELVES = "005000000000001AAA";
    static final String DATE = "Sun, 22 Nov 2026 10:00:00 GMT";
    static final String DATA = "/services/data/v68.0";

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private final WireMockServer server = SERVER;

    StubOrg() {
        if (!server.isRunning()) {
            server.start();
        }
        server.resetAll();
        stub(post("/services/oauth2/token"), token("token-1"));
        stub(get("/services/data"), json("[{\"version\":\"59.0\"},{\"version\":\"68.0\"},{\"version\":\"69.0\"}]"));
        describe("Lead", "[]", "LastName string 80 false", "Company string 255 false", "Email email 80 true");
        describe("Contact", "[]", "LastName string 80 false", "Email email 80 true");
        describe("Account", "[]", "Name string 255 false", "Industry picklist 0 true");
        query("FROM User", "");
    }

    WireMockServer server() {
        return server;
    }

    ResponseDefinitionBuilder token(String token) {
        return json("{\"access_token\":\"" + token + "\",\"instance_url\":\"" + server.baseUrl() + "\",\"id\":\""
                + server.baseUrl() + "/id/" + ORG + "/" + OURSELVES + "\",\"token_type\":\"Bearer\"}");
    }

    static ResponseDefinitionBuilder json(String body) {
        return json(200, body);
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("Date", DATE)
                .withHeader("Sforce-Limit-Info", "api-usage=45/15000; per-app-api-usage=17/250(appName=x)")
                .withBody(body);
    }

    static ResponseDefinitionBuilder error(int status, String code, String message) {
        return json(status, "[{\"errorCode\":\"" + code + "\",\"message\":\"" + message + "\"}]");
    }

    void stub(MappingBuilder asked, ResponseDefinitionBuilder answer) {
        server.stubFor(asked.willReturn(answer));
    }

    /** @param fields each as {@code name type length nillable}; key and stage are added */
    void describe(String object, String children, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("Smarketing_Key__c string 120 true", "Smarketing_Stage__c string 40 true"));
        String json = all.stream().map(StubOrg::field).collect(Collectors.joining(","));
        stub(
                get(DATA + "/sobjects/" + object + "/describe"),
                json("{\"fields\":[" + json + "],\"childRelationships\":" + children + "}"));
    }

    private static String field(String line) {
        String[] word = line.split(" ");
        return ("{\"name\":\"%s\",\"type\":\"%s\",\"length\":%s,\"nillable\":%s,\"createable\":true,\"updateable\":true,"
                        + "\"defaultedOnCreate\":false,\"restrictedPicklist\":false,\"picklistValues\":[]}")
                .formatted((Object[]) word);
    }

    /** Answers queries that hold these words. */
    void query(String words, String... rows) {
        List<String> all = Arrays.stream(rows).filter(r -> !r.isEmpty()).toList();
        stub(
                get(urlPathMatching(DATA + "/query(All)?")).withQueryParam("q", matching("(?s).*" + words + ".*")),
                json("{\"totalSize\":" + all.size() + ",\"done\":true,\"records\":[" + String.join(",", all) + "]}"));
    }

    /** A row of a lead or contact with what every row has, and more. */
    static String row(String id, String more) {
        return "{\"Id\":\"" + id + "\",\"SystemModstamp\":\"2026-11-22T09:00:00.000+0000\","
                + "\"CreatedDate\":\"2026-11-01T09:00:00.000+0000\",\"LastModifiedById\":\"005000000000002AAA\"" + more
                + "}";
    }

    void collections(String path, ResponseDefinitionBuilder answer) {
        stub(patch(urlEqualTo(DATA + "/composite/sobjects" + path)), answer);
    }

    List<LoggedRequest> requests(String method, String pathPattern) {
        return server.getAllServeEvents().stream()
                .map(e -> e.getRequest())
                .filter(r -> r.getMethod().value().equals(method) && r.getUrl().matches(pathPattern))
                .sorted((a, b) -> a.getLoggedDate().compareTo(b.getLoggedDate()))
                .toList();
    }

    Settings settings(String... more) {
        return settingsAt(server.baseUrl(), more);
    }

    static Settings settingsAt(String url, String... more) {
        Map<String, String> values = new HashMap<>(Map.of("login-url", url, "client-id", "app"));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return new Settings(values);
    }

    static Wanted wanted(String... contactFields) {
        return new Wanted(Map.of(
                LEAD, type("LastName", "Company", "Email"),
                CONTACT, type(contactFields)));
    }

    static Wanted wantedOfLead(String... fields) {
        return new Wanted(Map.of(LEAD, type(fields)));
    }

    private static Wanted.Type type(String... fields) {
        Set<FieldName> names = Arrays.stream(fields).map(FieldName::of).collect(Collectors.toSet());
        return new Wanted.Type(
                FieldName.of("Smarketing_Key__c"), Optional.of(FieldName.of("Smarketing_Stage__c")), names);
    }

    Crm open(Surroundings surroundings) {
        return new SalesforceProvider(new OkHttpClient())
                .open(SALES, settings("client-secret", "s3cret"), wanted("LastName", "Email"), surroundings);
    }

    void forget() {
        server.resetRequests();
    }
}
