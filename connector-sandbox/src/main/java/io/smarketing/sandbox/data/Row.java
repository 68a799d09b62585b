package io.smarketing.sandbox.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of a data file: where it stands, and its values by column, in the file's order. */
record Row(String file, long line, Map<String, String> values) {

    Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    String place() {
        return file + ":" + line;
    }

    String get(String column) {
        return values.getOrDefault(column, "");
    }

    BadRow bad(String sentence) {
        return new BadRow(place(), sentence);
    }
}
