package io.smarketing.sandbox.data;

import io.smarketing.sandbox.data.TimelineRow.Action;
import io.smarketing.sandbox.data.TimelineRow.Change;
import io.smarketing.sandbox.kernel.SandboxProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The later edits of a data folder, in the order of their times; rows of one time keep the file's order.
 *
 * @param unreadable lines that say nothing the replay could do
 */
public record Timeline(List<TimelineRow> rows, List<BadRow> unreadable) {

    static final String FILE = "timeline.csv";

    private static final List<String> COLUMNS = List.of("at", "crm", "object", "key", "action", "field", "value");

    public Timeline {
        rows = List.copyOf(rows);
        unreadable = List.copyOf(unreadable);
    }

    /** Reads the folder's timeline; an empty one if it has none. */
    public static Timeline of(DataFolder folder) {
        List<TimelineRow> rows = new ArrayList<>();
        List<BadRow> unreadable = new ArrayList<>();
        folder.open(FILE).ifPresent(table -> {
            try (table) {
                checkColumns(table.columns());
                table.forEach(
                        row -> {
                            try {
                                rows.add(read(row));
                            } catch (IllegalArgumentException e) {
                                unreadable.add(row.bad(e.getMessage()));
                            }
                        },
                        unreadable::add);
            }
        });
        rows.sort(Comparator.comparing(TimelineRow::at));
        return new Timeline(rows, unreadable);
    }

    /** The time of the first row, if there is one. */
    public Optional<Instant> earliest() {
        return rows.stream().findFirst().map(TimelineRow::at);
    }

    private static void checkColumns(List<String> columns) {
        if (!columns.containsAll(COLUMNS)) {
            throw new SandboxProblem(FILE + ":1: the header must hold the columns " + String.join(",", COLUMNS));
        }
    }

    private static TimelineRow read(Row row) {
        String crm = row.get("crm");
        if (!crm.equals("hubspot") && !crm.equals("salesforce")) {
            throw new IllegalArgumentException("the column crm holds neither hubspot nor salesforce");
        }
        Action action = action(row.get("action"));
        if (row.get("key").isBlank()) {
            throw new IllegalArgumentException("the column key is empty: it needs the e-mail address of the record");
        }
        if ((action == Action.SET || action == Action.AWAIT) && row.get("field").isBlank()) {
            throw new IllegalArgumentException("the column field is empty: "
                    + action.name().toLowerCase(Locale.ROOT) + " needs the API name of a field");
        }
        if (action == Action.MERGE && row.get("value").isBlank()) {
            throw new IllegalArgumentException(
                    "the column value is empty: merge needs the address of the other record");
        }
        Map<String, String> values = action == Action.CREATE ? pairs(row.get("value")) : Map.of();
        Change change = new Change(row.get("field"), row.get("value"), values);
        return new TimelineRow(row.place(), at(row.get("at")), crm, row.get("object"), row.get("key"), action, change);
    }

    private static Action action(String text) {
        try {
            return Action.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the column action holds none of create, set, convert, merge, delete, await", e);
        }
    }

    private static Instant at(String text) {
        try {
            return text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the column at holds no time such as 2026-01-31T09:30:00Z", e);
        }
    }

    /** Reads {@code Name=Value;Name=Value}; a backslash keeps the character after it. */
    static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        StringBuilder pair = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                pair.append(text.charAt(++i));
            } else if (c == ';') {
                put(pairs, pair.toString());
                pair.setLength(0);
            } else {
                pair.append(c);
            }
        }
        put(pairs, pair.toString());
        return pairs;
    }

    private static void put(Map<String, String> pairs, String pair) {
        int is = pair.indexOf('=');
        if (is > 0) {
            pairs.put(pair.substring(0, is).trim(), pair.substring(is + 1));
        } else if (!pair.isBlank()) {
            throw new IllegalArgumentException("the column value holds no list such as FirstName=Ann;Company=Example");
        }
    }
}
