package io.smarketing.store.table;

import io.smarketing.core.campaign.CampaignBook.Place;
import io.smarketing.core.campaign.CampaignTally;
import io.smarketing.core.crm.campaign.Campaign;
import io.smarketing.core.crm.campaign.CampaignNews;
import io.smarketing.core.crm.campaign.Member;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.store.text.Json;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Campaigns, who is in them, and how far they have been read. Nobody who was erased is in any. */
public final class Campaigns {

    private static final String STORE = """
            INSERT INTO campaign (workspace, crm, id, name, type, starts, ends, budgeted, spent, won, currency)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (workspace, crm, id) DO UPDATE SET
              name = excluded.name, type = excluded.type, starts = excluded.starts, ends = excluded.ends,
              budgeted = excluded.budgeted, spent = excluded.spent, currency = excluded.currency,
              won = CASE WHEN excluded.won = '' THEN won ELSE excluded.won END""";
    private static final String JOIN = """
            INSERT INTO campaign_member (workspace, crm, campaign, type, record, since, responded)
            SELECT * FROM (SELECT ? AS workspace, ? AS crm, ? AS campaign, ? AS type, ? AS record, nullif(?, -1), ?) m
            WHERE NOT EXISTS (SELECT 1 FROM erased_record e WHERE e.workspace = m.workspace AND e.crm = m.crm
              AND e.type = m.type AND e.record = m.record)
            ON CONFLICT (workspace, crm, campaign, type, record) DO UPDATE SET
              since = excluded.since, responded = excluded.responded""";
    private static final String LEAVE = """
            DELETE FROM campaign_member
            WHERE workspace = ? AND crm = ? AND campaign = ? AND type = ? AND record = ?""";
    private static final String PLACE = """
            INSERT INTO campaign_read (workspace, crm, next, at) VALUES (:workspace, :crm, :next, :at)
            ON CONFLICT (workspace, crm) DO UPDATE SET next = excluded.next, at = excluded.at""";

    /** Each human once, however many of their records are in it. */
    private static final String PEOPLE = """
            SELECT m.crm, m.campaign, p.stage, count(DISTINCT p.id) AS n FROM campaign_member m
            JOIN sighting s ON s.workspace = m.workspace AND s.crm = m.crm AND s.type = m.type AND s.record = m.record
            JOIN person p ON p.workspace = s.workspace AND p.id = s.person
            WHERE m.workspace = :workspace GROUP BY m.crm, m.campaign, p.stage""";

    private static final String MEMBERS = """
            SELECT crm, campaign, count(*) AS n, sum(responded) AS responded FROM campaign_member
            WHERE workspace = :workspace GROUP BY crm, campaign""";

    private final Rows rows;

    public Campaigns(Rows rows) {
        this.rows = rows;
    }

    private record Key(String crm, String campaign) {
        static Key of(ResultSet rs) throws SQLException {
            return new Key(rs.getString("crm"), rs.getString("campaign"));
        }
    }

    private record Counts(long members, long responded) {}

    public Optional<Place> place(CrmId crm) {
        return rows.query("SELECT next, at FROM campaign_read WHERE workspace = :workspace AND crm = :crm")
                .bind("crm", crm.name())
                .map((rs, ctx) -> new Place(rs.getString("next"), Instant.ofEpochMilli(rs.getLong("at"))))
                .findOne();
    }

    public void take(CrmId crm, CampaignNews page, Instant at) {
        List<String> known = page.campaigns().stream().map(Campaign::id).toList();
        if (page.all()) {
            drop(crm, "NOT IN", known, "campaign", "id");
            drop(crm, "NOT IN", known, "campaign_member", "campaign");
        }
        drop(crm, "IN", List.copyOf(page.gone()), "campaign", "id");
        drop(crm, "IN", List.copyOf(page.gone()), "campaign_member", "campaign");
        drop(crm, "IN", List.copyOf(page.whole()), "campaign_member", "campaign");
        rows.each(STORE, page.campaigns(), c -> values(crm, c));
        // whoever has left may have come back since
        rows.each(LEAVE, page.members().stream().filter(Member::left).toList(), Campaigns::leaving);
        rows.each(JOIN, page.members().stream().filter(m -> !m.left()).toList(), Campaigns::joining);
        rows.update(PLACE)
                .bind("crm", crm.name())
                .bind("next", page.next())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    private void drop(CrmId crm, String which, List<String> ids, String table, String column) {
        rows.update("DELETE FROM " + table + " WHERE workspace = :workspace AND crm = :crm AND " + column + " " + which
                        + " (SELECT value FROM json_each(:keys))")
                .bind("crm", crm.name())
                .bind("keys", Json.list(ids))
                .execute();
    }

    private static List<Object> values(CrmId crm, Campaign c) {
        return List.of(
                crm.name(),
                c.id(),
                c.name(),
                c.type(),
                text(c.start()),
                text(c.end()),
                amount(c.money().budgeted()),
                amount(c.money().spent()),
                amount(c.money().won()),
                c.money().currency());
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static String amount(Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::toPlainString).orElse("");
    }

    private static List<Object> joining(Member m) {
        List<Object> values = new ArrayList<>(leaving(m));
        values.addAll(Arrays.asList(m.since().map(Instant::toEpochMilli).orElse(-1L), m.responded() ? 1 : 0));
        return values;
    }

    private static List<Object> leaving(Member m) {
        return List.of(
                m.who().crm().name(),
                m.campaign(),
                m.who().type().name(),
                m.who().id());
    }

    public List<CampaignTally> tallies() {
        Map<Key, Counts> counts = new HashMap<>();
        rows.query(MEMBERS)
                .map((rs, ctx) -> counts.put(Key.of(rs), new Counts(rs.getLong("n"), rs.getLong("responded"))))
                .list();
        Map<Key, Map<String, Long>> people = new HashMap<>();
        rows.query(PEOPLE)
                .map((rs, ctx) -> people.computeIfAbsent(Key.of(rs), k -> new TreeMap<>())
                        .put(rs.getString("stage"), rs.getLong("n")))
                .list();
        return rows.query("SELECT * FROM campaign WHERE workspace = :workspace ORDER BY crm, name, id")
                .map((rs, ctx) -> {
                    Key key = new Key(rs.getString("crm"), rs.getString("id"));
                    Counts of = counts.getOrDefault(key, new Counts(0, 0));
                    return new CampaignTally(
                            new CrmId(key.crm()),
                            campaign(rs),
                            of.members(),
                            of.responded(),
                            people.getOrDefault(key, Map.of()));
                })
                .list();
    }

    private static Campaign campaign(ResultSet rs) throws SQLException {
        return new Campaign(
                rs.getString("id"),
                rs.getString("name"),
                rs.getString("type"),
                read(rs.getString("starts"), LocalDate::parse),
                read(rs.getString("ends"), LocalDate::parse),
                new Campaign.Money(
                        read(rs.getString("budgeted"), BigDecimal::new),
                        read(rs.getString("spent"), BigDecimal::new),
                        read(rs.getString("won"), BigDecimal::new),
                        rs.getString("currency")));
    }

    private static <T> Optional<T> read(String text, Function<String, T> as) {
        return text.isEmpty() ? Optional.empty() : Optional.of(as.apply(text));
    }
}
