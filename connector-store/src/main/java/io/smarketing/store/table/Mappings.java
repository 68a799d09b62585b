package io.smarketing.store.table;

import io.smarketing.core.lead.FieldName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The mapping's fingerprint per field, as last adopted. */
public final class Mappings {

    private final Rows rows;

    public Mappings(Rows rows) {
        this.rows = rows;
    }

    public Map<FieldName, String> all() {
        Map<FieldName, String> mapping = new TreeMap<>();
        rows.query("SELECT field, fingerprint FROM mapping WHERE workspace = :workspace")
                .map((rs, ctx) -> Map.entry(FieldName.of(rs.getString("field")), rs.getString("fingerprint")))
                .forEach(e -> mapping.put(e.getKey(), e.getValue()));
        return mapping;
    }

    /** Replaces all. */
    public void store(Map<FieldName, String> mapping) {
        rows.update("DELETE FROM mapping WHERE workspace = :workspace").execute();
        rows.each(
                "INSERT INTO mapping (workspace, field, fingerprint) VALUES (?, ?, ?)",
                List.copyOf(mapping.entrySet()),
                e -> List.of(e.getKey().text(), e.getValue()));
    }
}
