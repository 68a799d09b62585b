package io.smarketing.store.clock;

import io.smarketing.store.table.Rows;
import io.smarketing.store.text.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The versions of the agreement: added, and never changed. */
public final class Agreements {

    private static final String ADD = """
            INSERT INTO agreement (workspace, version, effective, accepted, handed, said, document)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String ALL =
            "SELECT * FROM agreement WHERE workspace = :workspace ORDER BY effective, version";

    private final Rows rows;

    public Agreements(Rows rows) {
        this.rows = rows;
    }

    /** All versions, by the time from which they hold. */
    public List<AcceptedAgreement> all() {
        return rows.query(ALL)
                .map((rs, ctx) -> new AcceptedAgreement(
                        rs.getString("version"),
                        Instant.ofEpochMilli(rs.getLong("effective")),
                        Instant.ofEpochMilli(rs.getLong("accepted")),
                        rs.getString("handed"),
                        pairs(Json.list(rs.getString("said"))),
                        rs.getString("document")))
                .list();
    }

    public void add(AcceptedAgreement agreement) {
        List<String> said = new ArrayList<>();
        agreement.said().forEach((key, value) -> {
            said.add(key);
            said.add(value);
        });
        rows.each(
                ADD,
                List.of(agreement),
                a -> List.of(
                        a.version(),
                        a.effective().toEpochMilli(),
                        a.accepted().toEpochMilli(),
                        a.handed(),
                        Json.list(said),
                        a.document()));
    }

    private static Map<String, String> pairs(List<String> said) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i + 1 < said.size(); i += 2) {
            pairs.put(said.get(i), said.get(i + 1));
        }
        return pairs;
    }
}
