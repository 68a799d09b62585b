package io.smarketing.store.table;

import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.record.CrmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The last known use of each CRM's calls. */
public final class Quotas {

    private static final String STORE = """
            INSERT INTO quota (workspace, crm, calls, daily_used, daily_limit)
            VALUES (:workspace, :crm, :calls, :used, :limit)
            ON CONFLICT (workspace, crm) DO UPDATE SET
              calls = excluded.calls, daily_used = excluded.daily_used, daily_limit = excluded.daily_limit""";

    private final Rows rows;

    public Quotas(Rows rows) {
        this.rows = rows;
    }

    public void store(CrmId crm, QuotaUse use) {
        rows.update(STORE)
                .bind("crm", crm.name())
                .bind("calls", use.calls())
                .bind("used", use.dailyUsed())
                .bind("limit", use.dailyLimit())
                .execute();
    }

    public Map<CrmId, QuotaUse> all() {
        Map<CrmId, QuotaUse> quotas = new TreeMap<>();
        rows.query("SELECT * FROM quota WHERE workspace = :workspace")
                .map((rs, ctx) -> Map.entry(
                        new CrmId(rs.getString("crm")),
                        new QuotaUse(rs.getLong("calls"), number(rs, "daily_used"), number(rs, "daily_limit"))))
                .forEach(e -> quotas.put(e.getKey(), e.getValue()));
        return quotas;
    }

    private static OptionalLong number(ResultSet rs, String column) throws SQLException {
        long value = rs.getLong(column);
        return rs.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
