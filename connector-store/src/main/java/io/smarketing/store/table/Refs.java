package io.smarketing.store.table;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.store.text.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Record references as the three columns that all tables name alike. */
public final class Refs {

    private Refs() {}

    public static RecordRef of(ResultSet rs) throws SQLException {
        return new RecordRef(
                new CrmId(rs.getString("crm")), new RecordType(rs.getString("type")), rs.getString("record"));
    }

    static List<String> values(RecordRef ref) {
        return List.of(ref.crm().name(), ref.type().name(), ref.id());
    }

    /** The three as an array, for questions about references of mixed types. */
    static String json(RecordRef ref) {
        return Json.list(values(ref));
    }
}
