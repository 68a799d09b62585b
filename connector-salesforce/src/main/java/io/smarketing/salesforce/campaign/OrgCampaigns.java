package io.smarketing.salesforce.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.campaign.Campaign;
import io.smarketing.core.crm.campaign.CampaignFeed;
import io.smarketing.core.crm.campaign.CampaignNews;
import io.smarketing.core.crm.campaign.Member;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.salesforce.read.Values;
import io.smarketing.salesforce.rest.Found;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soql.Soql;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The campaigns of an org and their members, as they change; deleted ones with them. */
public final class OrgCampaigns implements CampaignFeed {

    private static final int PAGE = 2_000;

    /** As for records: what is committed late bears an earlier stamp. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    /** Not all users see all of them, and an org with one currency has no codes. */
    private static final Set<String> WANTED = Set.of(
            "Name",
            "Type",
            "StartDate",
            "EndDate",
            "BudgetedCost",
            "ActualCost",
            "AmountWonOpportunities",
            "CurrencyIsoCode");

    private final CrmId crm;
    private final Rest rest;
    private Set<String> visible = Set.of();

    public OrgCampaigns(CrmId crm, Rest rest) {
        this.crm = crm;
        this.rest = rest;
    }

    @Override
    public CampaignNews read(String from) {
        Place place = Place.read(from);
        List<Campaign> campaigns = new ArrayList<>();
        Set<String> gone = new LinkedHashSet<>();
        Instant next = place.campaigns();
        if (!place.isAmongMembers()) {
            Found found = rest.queryAll(campaigns(place.campaigns()));
            for (JsonNode row : found.rows()) {
                if (row.path("IsDeleted").asBoolean()) {
                    gone.add(row.path("Id").asText());
                } else {
                    campaigns.add(campaign(row));
                }
            }
            next = found.began().minus(OVERLAP);
        }
        Found found = rest.queryAll(members(place));
        List<Member> members = new ArrayList<>();
        found.rows().forEach(row -> members.addAll(members(row)));
        boolean caughtUp = found.rows().size() < PAGE;
        Place then = new Place(next, found.began().minus(OVERLAP), "");
        if (!caughtUp) {
            JsonNode last = found.rows().get(PAGE - 1);
            then = new Place(
                    next,
                    Values.instant(last.path("SystemModstamp")),
                    last.path("Id").asText());
        }
        return new CampaignNews(campaigns, false, gone, members, Set.of(), then.text(), caughtUp);
    }

    private String campaigns(Instant since) {
        return "SELECT Id, IsDeleted, " + String.join(", ", visible()) + " FROM Campaign WHERE SystemModstamp >= "
                + Soql.time(since);
    }

    private static String members(Place place) {
        return "SELECT Id, IsDeleted, CampaignId, LeadId, ContactId, HasResponded, CreatedDate, SystemModstamp"
                + " FROM CampaignMember WHERE " + place.condition() + " ORDER BY SystemModstamp, Id LIMIT " + PAGE;
    }

    private Set<String> visible() {
        if (visible.isEmpty()) {
            Set<String> fields = new LinkedHashSet<>();
            rest.describe("Campaign")
                    .path("fields")
                    .forEach(f -> fields.add(f.path("name").asText()));
            fields.retainAll(WANTED);
            visible = fields;
        }
        return visible;
    }

    private static Campaign campaign(JsonNode row) {
        return new Campaign(
                row.path("Id").asText(),
                row.path("Name").asText(""),
                Values.text(row.path("Type")),
                day(row.path("StartDate")),
                day(row.path("EndDate")),
                new Campaign.Money(
                        amount(row.path("BudgetedCost")),
                        amount(row.path("ActualCost")),
                        amount(row.path("AmountWonOpportunities")),
                        Values.text(row.path("CurrencyIsoCode"))));
    }

    private static Optional<LocalDate> day(JsonNode value) {
        return value.isTextual() ? Optional.of(LocalDate.parse(value.asText())) : Optional.empty();
    }

    private static Optional<BigDecimal> amount(JsonNode value) {
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    /** A lead that was converted stands there with both its records: they are one person's. */
    private List<Member> members(JsonNode row) {
        List<Member> members = new ArrayList<>();
        for (var type : List.of(OrgTypes.LEAD, OrgTypes.CONTACT)) {
            String id = Values.text(row.path(type.name() + "Id"));
            if (!id.isEmpty()) {
                members.add(new Member(
                        row.path("CampaignId").asText(),
                        new RecordRef(crm, type, id),
                        Optional.of(Values.instant(row.path("CreatedDate"))),
                        row.path("HasResponded").asBoolean(),
                        row.path("IsDeleted").asBoolean()));
            }
        }
        return members;
    }
}
