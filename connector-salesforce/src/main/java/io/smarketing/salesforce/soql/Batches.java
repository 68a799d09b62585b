package io.smarketing.salesforce.soql;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Values cut into lists that one query can name: at most 200, and short enough for a URL, which with its headers may
 * have 16,384 bytes.
 */
public final class Batches {

    /** Rows of a call, whatever it is. */
    public static final int ROWS = 200;

    /** Ids that a query in the body of a call may name: it may have 100,000 characters. */
    public static final int NAMED = 4_000;

    private static final int URL_BYTES = 8_000;

    private Batches() {}

    /** Each value once, in order. */
    public static List<List<String>> of(Collection<String> values) {
        List<List<String>> batches = new ArrayList<>();
        List<String> batch = new ArrayList<>();
        int bytes = 0;
        for (String value : new LinkedHashSet<>(values)) {
            int size = encoded(Soql.text(value) + ",");
            if (!batch.isEmpty() && (batch.size() == ROWS || bytes + size > URL_BYTES)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(value);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }

    private static int encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).length();
    }

    /** Rows cut into lists of at most that many. */
    public static <T> List<List<T>> rows(List<T> rows, int size) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += size) {
            batches.add(List.copyOf(rows.subList(from, Math.min(rows.size(), from + size))));
        }
        return batches;
    }
}
