package io.smarketing.hubspot.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.campaign.Campaign;
import io.smarketing.core.crm.campaign.CampaignFeed;
import io.smarketing.core.crm.campaign.CampaignNews;
import io.smarketing.core.crm.campaign.Member;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A portal's marketing campaigns. HubSpot has no members: whom a campaign has influenced counts as in it. It tells no changes
 * of either, so all campaigns are listed each time, and of a few of them, by turns, the people and what they have bought.
 */
public final class PortalCampaigns implements CampaignFeed {

    /** Campaigns whose people are asked for in one page. */
    private static final int BY_TURNS = 10;

    private static final String NAME = "hs_name";
    private static final String START = "hs_start_date";
    private static final String END = "hs_end_date";
    private static final String CURRENCY = "hs_currency_code";
    private static final String BUDGET = "hs_budget_items_sum_amount";
    private static final String SPEND = "hs_spend_items_sum_amount";
    private static final List<String> PROPERTIES = List.of(NAME, START, END, CURRENCY, BUDGET, SPEND);

    /** Before the first turn has ended more is to be told. */
    private static final String FIRST = "first ";

    private final CrmId crm;
    private final Api api;

    /** A portal may have campaigns without attributing revenue to them. */
    private boolean attributes = true;

    public PortalCampaigns(CrmId crm, Api api) {
        this.crm = crm;
        this.api = api;
    }

    @Override
    public CampaignNews read(String from) {
        boolean first = from.isEmpty() || from.startsWith(FIRST);
        String last = from.startsWith(FIRST) ? from.substring(FIRST.length()) : from;
        List<Campaign> campaigns = all();
        List<String> rest = campaigns.stream()
                .map(Campaign::id)
                .filter(id -> id.compareTo(last) > 0)
                .toList();
        List<String> turn = rest.subList(0, Math.min(BY_TURNS, rest.size()));
        List<Member> members = new ArrayList<>();
        turn.forEach(id -> members.addAll(influenced(id)));
        campaigns.replaceAll(c -> turn.contains(c.id()) ? withRevenue(c) : c);
        boolean ends = turn.size() == rest.size();
        String next = ends ? " " : turn.get(turn.size() - 1);
        boolean goesOn = first && !ends;
        return new CampaignNews(
                campaigns, true, Set.of(), members, new HashSet<>(turn), (goesOn ? FIRST : "") + next, !goesOn);
    }

    private List<Campaign> all() {
        List<Campaign> all = new ArrayList<>();
        pages(after -> api.paths().campaigns(PROPERTIES, after)).forEach(row -> all.add(campaign(row)));
        all.sort(Comparator.comparing(Campaign::id));
        return all;
    }

    private List<Member> influenced(String campaign) {
        return pages(after -> api.paths().influenced(campaign, after)).stream()
                .map(row -> new Member(
                        campaign,
                        new RecordRef(
                                crm, ObjectType.CONTACT.type(), row.path("id").asText()),
                        Optional.empty(),
                        true,
                        false))
                .toList();
    }

    private List<JsonNode> pages(UnaryOperator<String> path) {
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = api.http().send(HttpAsk.get(path.apply(after))).body();
            page.path("results").forEach(rows::add);
            after = page.at("/paging/next/after").asText("");
        } while (!after.isEmpty());
        return rows;
    }

    private static Campaign campaign(JsonNode row) {
        JsonNode told = row.path("properties");
        return new Campaign(
                row.path("id").asText(),
                told.path(NAME).asText(""),
                "",
                read(told.path(START), LocalDate::parse),
                read(told.path(END), LocalDate::parse),
                new Campaign.Money(
                        read(told.path(BUDGET), BigDecimal::new),
                        read(told.path(SPEND), BigDecimal::new),
                        Optional.empty(),
                        told.path(CURRENCY).asText("")));
    }

    private Campaign withRevenue(Campaign c) {
        if (!attributes) {
            return c;
        }
        HttpAnswer answer =
                api.http().send(HttpAsk.get(api.paths().revenue(c.id())).answeredBy(403));
        attributes = answer.isSuccess();
        Optional<BigDecimal> won = read(answer.body().path("revenueAmount"), BigDecimal::new);
        Campaign.Money money = c.money();
        return new Campaign(
                c.id(),
                c.name(),
                c.type(),
                c.start(),
                c.end(),
                new Campaign.Money(money.budgeted(), money.spent(), won, money.currency()));
    }

    /** What HubSpot tells otherwise than we know is not told at all: nothing depends on it. */
    private static <T> Optional<T> read(JsonNode value, Function<String, T> as) {
        String text = value.asText("");
        try {
            return text.isEmpty() || value.isNull() ? Optional.empty() : Optional.of(as.apply(text));
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
