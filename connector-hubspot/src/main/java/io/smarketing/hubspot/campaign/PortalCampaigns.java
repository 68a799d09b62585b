package io.smarketing.hubspot.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Lane;
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
import io.smarketing.hubspot.campaign.Place.Asked;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A portal's marketing campaigns. HubSpot has no members: whom a campaign has influenced counts as in it. It tells no changes
 * of either, so all campaigns are listed at each look, and of a few of them, by turns, it is asked what they have sold and how
 * many people they have; the people themselves are asked for where that is another number, and otherwise once a day.
 */
public final class PortalCampaigns implements CampaignFeed {

    /** People after whom a page ends. */
    private static final int ROWS = 300;

    /** Campaigns after which a page ends. */
    private static final int CAMPAIGNS = 10;

    private static final String NAME = "hs_name";
    private static final String START = "hs_start_date";
    private static final String END = "hs_end_date";
    private static final String CURRENCY = "hs_currency_code";
    private static final String BUDGET = "hs_budget_items_sum_amount";
    private static final String SPEND = "hs_spend_items_sum_amount";
    private static final List<String> PROPERTIES = List.of(NAME, START, END, CURRENCY, BUDGET, SPEND);

    private final CrmId crm;
    private final Api api;

    /** A portal may have campaigns without attributing revenue to them. */
    private boolean attributes = true;

    /** As they were listed for this look; none if that was by another process. */
    private NavigableMap<String, Campaign> known = new TreeMap<>();

    public PortalCampaigns(CrmId crm, Api api) {
        this.crm = crm;
        this.api = api;
    }

    @Override
    public CampaignNews read(String from) {
        Place place = Place.read(from);
        boolean lists = place.isOver() || known.isEmpty();
        if (lists) {
            known = all();
        }
        Page page = new Page(place.isOver() ? place.begun(known.keySet()) : place);
        if (lists) {
            page.campaigns.putAll(known);
        }
        return page.read(lists);
    }

    private NavigableMap<String, Campaign> all() {
        NavigableMap<String, Campaign> all = new TreeMap<>();
        String after = "";
        do {
            JsonNode page = get(api.paths().campaigns(PROPERTIES, after)).body();
            page.path("results").forEach(row -> all.put(row.path("id").asText(), campaign(row)));
            after = next(page);
        } while (!after.isEmpty());
        return all;
    }

    /** What is told at once. */
    private final class Page {

        private Place place;
        private int begun;
        private final Map<String, Campaign> campaigns = new LinkedHashMap<>();
        private final List<Member> members = new ArrayList<>();
        private final Set<String> whole = new HashSet<>();

        Page(Place place) {
            this.place = place;
        }

        CampaignNews read(boolean all) {
            while (!place.isOver() && members.size() < ROWS && begun < CAMPAIGNS) {
                if (place.after().isEmpty()) {
                    Optional.ofNullable(known.higherKey(place.campaign()))
                            .ifPresentOrElse(this::begin, () -> place = place.atTheEnd());
                } else {
                    people();
                }
            }
            return new CampaignNews(
                    List.copyOf(campaigns.values()), all, Set.of(), members, whole, place.text(), place.isOver());
        }

        private void begin(String id) {
            begun++;
            campaigns.put(id, withRevenue(known.get(id)));
            HttpAnswer metrics = get(api.paths().metrics(id));
            Asked now = new Asked(metrics.body().path("influencedContacts").asLong(-1), metrics.serverTime());
            if (place.isDue(id, now)) {
                place = place.asking(id, now);
                whole.add(id);
                people();
            } else {
                place = place.past(id);
            }
        }

        private void people() {
            String id = place.campaign();
            JsonNode page = get(api.paths().influenced(id, place.after())).body();
            page.path("results")
                    .forEach(row -> members.add(member(id, row.path("id").asText())));
            place = place.told(next(page));
        }
    }

    /** A campaign that was deleted since it was listed has nobody. */
    private HttpAnswer get(String path) {
        return api.http().send(HttpAsk.get(path).in(Lane.BACKFILL).answeredBy(404));
    }

    private static String next(JsonNode page) {
        return page.at("/paging/next/after").asText("");
    }

    private Member member(String campaign, String contact) {
        RecordRef who = new RecordRef(crm, ObjectType.CONTACT.type(), contact);
        return new Member(campaign, who, Optional.empty(), true, false);
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
        HttpAsk ask = HttpAsk.get(api.paths().revenue(c.id())).in(Lane.BACKFILL);
        HttpAnswer answer = api.http().send(ask.answeredBy(403).answeredBy(404));
        attributes = answer.status() != 403;
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
