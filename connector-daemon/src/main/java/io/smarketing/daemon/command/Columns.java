package io.smarketing.daemon.command;

import java.util.ArrayList;
import java.util.List;

/** Rows of words with their columns one below the other. */
public final class Columns {

    private Columns() {}

    /** One line for each row; rows may end early. */
    public static List<String> laidOut(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .filter(r -> r.size() > at)
                        .mapToInt(r -> r.get(at).length())
                        .max()
                        .orElse(0);
                line.append(row.get(column))
                        .append(" ".repeat(width - row.get(column).length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
