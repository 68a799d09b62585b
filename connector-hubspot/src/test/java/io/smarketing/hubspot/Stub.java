package io.smarketing.hubspot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.TokenKeep;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/** A portal of WireMock stubs: each path answers what a test lays out for it. */
public final class Stub implements AutoCloseable {

    public static final RecordType CONTACT = new RecordType("contact");
    public static final CrmId CRM = new CrmId("hubspot");
    public static final String LIST = "/crm/objects/2026-09/0-1";
    public static final String SEARCH = LIST + "/search";
    public static final String READ = LIST + "/batch/read";
    public static final String UPDATE = LIST + "/batch/update";
    public static final String UPSERT = LIST + "/batch/upsert";
    public static final String DATE = "Sun, 22 Nov 2026 12:00:00 GMT";
    private static final ObjectMapper JSON = new ObjectMapper();

    public final TestTime time = new TestTime();
    private int answered;
    private List<LoggedRequest> opening = List.of();
    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    public Stub() {
        server.start();
        answer("/account-info/2026-09/details", ok("{'portalId':4711,'timeZone':'Europe/Berlin'}"));
        answer("/crm/owners/2026-09", ok("{'results':[{'id':'7','email':'Rep-1@example.com','type':'PERSON'}]}"));
        answer("/crm/objects/2026-09/0-47/search", ok("{'results':[]}"));
        properties(
                "{'name':'email','label':'E-mail','type':'string','fieldType':'text'}",
                "{'name':'lastname','label':'Last name','type':'string','fieldType':'text'}",
                "{'name':'numemployees','label':'Employees','type':'number','fieldType':'number'}",
                "{'name':'our_key','label':'Key','type':'string','fieldType':'text','hasUniqueValue':true}",
                "{'name':'lifecyclestage','label':'Stage','type':'enumeration','fieldType':'radio','options':["
                        + "{'value':'customer','displayOrder':2},{'value':'lead','displayOrder':0}]}",
                "{'name':'hs_lifecyclestage_lead_date','label':'d','type':'datetime','fieldType':'date',"
                        + "'modificationMetadata':{'readOnlyValue':true}}",
                "{'name':'hs_v2_date_entered_customer','label':'d','type':'datetime','fieldType':'date','calculated':true}");
    }

    public void properties(String... definitions) {
        answer("/crm/properties/2026-09/0-1", ok("{'results':[" + String.join(",", definitions) + "]}"));
    }

    /** What a path answers, one after the other, the last one for ever. */
    public void answer(String path, ResponseDefinitionBuilder... responses) {
        server.getStubMappings().stream()
                .filter(s -> path.equals(s.getRequest().getUrlPath()))
                .toList()
                .forEach(server::removeStub);
        String scenario = "answers " + answered++;
        for (int i = 0; i < responses.length; i++) {
            String state = i == 0 ? Scenario.STARTED : "answer " + i;
            server.stubFor(any(urlPathEqualTo(path))
                    .inScenario(scenario)
                    .whenScenarioStateIs(state)
                    .willReturn(responses[i])
                    .willSetStateTo(i + 1 < responses.length ? "answer " + (i + 1) : state));
        }
    }

    public static ResponseDefinitionBuilder ok(String json) {
        return status(200, json);
    }

    public static ResponseDefinitionBuilder status(int status, String json) {
        return aResponse()
                .withStatus(status)
                .withHeader("Date", DATE)
                .withHeader("Content-Type", "application/json")
                .withBody(json.replace('\'', '"'));
    }

    public Crm open(String... wantedFields) {
        return open(Map.of("token", "pat-secret"), wantedFields);
    }

    public Crm open(Map<String, String> settings, String... wantedFields) {
        return open(settings, TokenKeep.inMemory(), wantedFields);
    }

    public Crm open(Map<String, String> settings, TokenKeep tokens, String... wantedFields) {
        server.resetRequests();
        Map<String, String> all = new HashMap<>(settings);
        all.put("url", server.baseUrl());
        Set<FieldName> fields =
                Stream.of(wantedFields).map(FieldName::of).collect(Collectors.toCollection(LinkedHashSet::new));
        return open(
                all, tokens, new Wanted(Map.of(CONTACT, type(Optional.of(FieldName.of("lifecyclestage")), fields))));
    }

    /** With fields of contacts, and with the keys of their companies. */
    Crm openWithCompanies(String... wantedFields) {
        server.resetRequests();
        Set<FieldName> fields = Stream.of(wantedFields).map(FieldName::of).collect(Collectors.toSet());
        return open(
                Map.of("token", "pat-secret", "url", server.baseUrl()),
                TokenKeep.inMemory(),
                new Wanted(Map.of(
                        CONTACT,
                        type(Optional.empty(), fields),
                        new RecordType("company"),
                        type(Optional.empty(), Set.of()))));
    }

    private static Wanted.Type type(Optional<FieldName> stage, Set<FieldName> fields) {
        return new Wanted.Type(FieldName.of("our_key"), stage, fields);
    }

    private Crm open(Map<String, String> all, TokenKeep tokens, Wanted wanted) {
        Crm crm =
                new HubSpotProvider(new OkHttpClient()).open(CRM, new Settings(all), wanted, time.surroundings(tokens));
        opening = requests();
        server.resetRequests();
        return crm;
    }

    public static RecordRef ref(String id) {
        return new RecordRef(CRM, CONTACT, id);
    }

    /** A contact whose last name is told, as HubSpot answers it. */
    public static String contact(String id) {
        return "{'id':'" + id + "','createdAt':'2026-01-02T03:04:05.678Z','updatedAt':'2026-11-22T11:00:00Z',"
                + "'properties':{'lastname':'Doe-" + id + "'}}";
    }

    /** All requests since the account was opened. */
    public List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    /** The forms by which the login of the last opening was asked for, or of one that failed since. */
    public List<String> tokenForms() {
        return Stream.concat(opening.stream(), requests().stream())
                .filter(r -> r.getUrl().endsWith("/token"))
                .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
                .map(LoggedRequest::getBodyAsString)
                .toList();
    }

    /** JSON bodies of the requests to a path, in order. */
    public List<JsonNode> bodies(String path) {
        return server.findAll(anyRequestedFor(urlPathEqualTo(path))).stream()
                .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
                .map(r -> json(r.getBodyAsString()))
                .toList();
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
