package io.smarketing.sandbox.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** One line of a data file: where it stands, and its values by column, in the file's order. */
record Row(String file, long line, Map<String, String> values) {

    private static final int SHORTEST_TO_HIDE = 4;
    private static final String HIDDEN = "...";

    Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    String place() {
        return file + ":" + line;
    }

    String get(String column) {
        return values.getOrDefault(column, "");
    }

    /** A CRM's sentence may quote what it refuses; a report holds nothing personal. */
    String withoutValues(String sentence) {
        String clean = sentence;
        for (String value : values.values()) {
            String bare = value.strip();
            if (bare.length() >= SHORTEST_TO_HIDE) {
                clean = clean.replaceAll("(?i)" + Pattern.quote(bare), HIDDEN);
            } else if (!bare.isEmpty()) {
                clean = clean.replace("'" + bare + "'", HIDDEN).replace('"' + bare + '"', HIDDEN);
            }
        }
        return clean;
    }

    BadRow bad(String sentence) {
        return new BadRow(place(), sentence);
    }
}
