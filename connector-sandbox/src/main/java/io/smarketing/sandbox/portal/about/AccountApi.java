package io.smarketing.sandbox.portal.about;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.schema.Iso;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.schema.Trait;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.wire.Limits;
import io.smarketing.sandbox.portal.wire.Quirks;
import io.smarketing.sandbox.portal.wire.Usage;
import java.time.Instant;

/** The account's details, its use of the API, and how full its limits are. */
public record AccountApi(Desk desk, long portalId, Limits limits) {

    private static final int MOST_PROPERTIES = 1_000;
    private static final int MOST_RECORDS = 15_000_000;

    public Answer handle(Call call) {
        if (!call.method().equals("GET")) {
            throw call.notAllowed();
        }
        String what = call.route().area() + "/" + String.join("/", call.route().rest());
        return Json.answer(
                200,
                switch (what) {
                    case "account-info/details" -> details();
                    case "account-info/api-usage/daily/private-apps" -> usage();
                    case "limits/custom-properties" ->
                        filling(desk.crm().quirks().number(Quirks.PROPERTY_LIMIT, MOST_PROPERTIES), true);
                    case "limits/records" -> filling(MOST_RECORDS, false);
                    default ->
                        throw Failure.notFound(
                                "Resource not found: " + call.ask().path());
                });
    }

    private ObjectNode details() {
        Instant now = desk.crm().clock().instant();
        int offset = Limits.ZONE.getRules().getOffset(now).getTotalSeconds();
        ObjectNode body = Json.object().put("portalId", portalId).put("accountType", "STANDARD");
        body.put("timeZone", Limits.ZONE.getId()).put("companyCurrency", "USD");
        body.putArray("additionalCurrencies");
        body.put("utcOffset", Limits.ZONE.getRules().getOffset(now).getId());
        body.put("utcOffsetMilliseconds", offset * 1_000L);
        return body.put("uiDomain", "app.hubspot.com").put("dataHostingLocation", "na1");
    }

    private ObjectNode usage() {
        Usage used = limits.usage();
        Instant now = desk.crm().clock().wall().instant();
        ObjectNode body = Json.object();
        ObjectNode one = body.putArray("results").addObject().put("name", "private-apps-api-calls-daily");
        one.put("usageLimit", used.dailyLimit()).put("currentUsage", used.dailyUsed());
        one.put("collectedAt", Iso.of(now)).put("resetsAt", Iso.of(now.plus(limits.untilMidnight())));
        one.put("fetchStatus", "SUCCESS");
        return body;
    }

    private ObjectNode filling(int limit, boolean properties) {
        ObjectNode body = Json.object();
        ArrayNode types = body.putArray("byObjectType");
        for (ObjectType type : ObjectType.values()) {
            long used = properties
                    ? desk.crm().schema(type).all(false).stream()
                            .filter(each -> !each.is(Trait.HUBSPOT_DEFINED))
                            .count()
                    : desk.crm().table(type).rows(false).size();
            ObjectNode one = types.addObject().put("objectTypeId", type.id());
            one.put("limit", limit).put("usage", used).put("percentage", 100.0 * used / limit);
        }
        return body;
    }
}
