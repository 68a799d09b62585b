package io.smarketing.sandbox.org.soap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.org.signin.SignIn;
import io.smarketing.sandbox.org.soap.xml.Element;
import io.smarketing.sandbox.org.soap.xml.Xml;
import io.smarketing.sandbox.org.write.Currencies;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The calls of the partner API that only read; what REST answers too is asked there and told in XML. */
public final class PartnerCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String BASE = "/services/data/v65.0/";

    private final Function<Ask, Answer> rest;
    private final InstantSource clock;
    private final SignIn.App app;
    private final Currencies currencies;

    /** @param rest answers a REST call that is not counted */
    public PartnerCalls(Function<Ask, Answer> rest, InstantSource clock, SignIn.App app, Currencies currencies) {
        this.rest = rest;
        this.clock = clock;
        this.app = app;
        this.currencies = currencies;
    }

    /** What stands inside the response. */
    String answer(Element call, Ask ask) throws SoapFault {
        return switch (call.name()) {
            case "getServerTimestamp" ->
                result(new Xml().leaf("timestamp", TIME.format(clock.instant())).toString());
            case "getUserInfo" -> result(userInfo());
            case "describeGlobal" -> result(DescribeXml.global(json(ask, "sobjects", Map.of())));
            case "describeSObject" -> result(describe(call.text("sObjectType"), ask));
            case "describeSObjects" -> {
                StringBuilder all = new StringBuilder();
                for (Element type : call.all("sObjectType")) {
                    all.append(result(describe(type.text(), ask)));
                }
                yield all.toString();
            }
            case "query", "queryAll" ->
                result(RowXml.result(json(ask, call.name(), Map.of("q", call.text("queryString")))));
            case "queryMore" -> result(RowXml.result(json(ask, "query/" + call.text("queryLocator"), Map.of())));
            case "getUpdated", "getDeleted" -> result(RowXml.range(range(call, ask)));
            default ->
                throw new SoapFault("UNKNOWN_EXCEPTION", "this sandbox does not do " + call.name() + " over SOAP");
        };
    }

    private JsonNode range(Element call, Ask ask) throws SoapFault {
        String path =
                "sobjects/" + call.text("sObjectType") + (call.name().equals("getUpdated") ? "/updated" : "/deleted");
        return json(ask, path, Map.of("start", call.text("startDate"), "end", call.text("endDate")));
    }

    private String describe(String type, Ask ask) throws SoapFault {
        return DescribeXml.object(json(ask, "sobjects/" + type + "/describe", Map.of()));
    }

    private JsonNode json(Ask ask, String path, Map<String, String> query) throws SoapFault {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        query.forEach((name, value) -> parameters.put(name, List.of(value)));
        Answer answer = rest.apply(new Ask("GET", BASE + path, parameters, ask.headers(), ""));
        try {
            JsonNode body = JSON.readTree(answer.body());
            if (answer.status() >= 300) {
                String code = body.path(0).path("errorCode").asText();
                boolean noType = code.equals("NOT_FOUND") && path.startsWith("sobjects/");
                throw new SoapFault(
                        noType ? "INVALID_TYPE" : code,
                        body.path(0).path("message").asText());
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new SoapFault("UNKNOWN_EXCEPTION", "an answer of ours is no JSON");
        }
    }

    private String userInfo() {
        return new Xml()
                .leaf("accessibilityMode", false)
                .leaf("chatterExternal", false)
                .nil("currencySymbol")
                .leaf("orgAttachmentFileSizeLimit", 5_242_880)
                .leaf("orgDefaultCurrencyIsoCode", currencies.own())
                .leaf("orgDefaultCurrencyLocale", "en_US")
                .leaf("orgDisallowHtmlAttachments", false)
                .leaf("orgHasPersonAccounts", false)
                .leaf("organizationId", app.orgId())
                .leaf("organizationMultiCurrency", currencies.isMany())
                .leaf("organizationName", "Sandbox")
                .leaf("profileId", "00e000000000001AAA")
                .nil("roleId")
                .leaf("sessionSecondsValid", 7_200)
                .leaf("userDefaultCurrencyIsoCode", currencies.own())
                .leaf("userEmail", app.username())
                .leaf("userFullName", "Integration User")
                .leaf("userId", app.userId())
                .leaf("userLanguage", "en_US")
                .leaf("userLocale", "en_US")
                .leaf("userName", app.username())
                .leaf("userTimeZone", "UTC")
                .leaf("userType", "Standard")
                .leaf("userUiSkin", "Theme3")
                .toString();
    }

    private static String result(String inside) {
        return new Xml().open("result").append(inside).close("result").toString();
    }
}
