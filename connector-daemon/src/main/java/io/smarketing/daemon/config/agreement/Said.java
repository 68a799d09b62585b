package io.smarketing.daemon.config.agreement;

import io.smarketing.daemon.config.yaml.ListNode;
import io.smarketing.daemon.config.yaml.MapNode;
import io.smarketing.daemon.config.yaml.Node;
import io.smarketing.daemon.config.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a file says, key by key: comments, order of lists' lines and spacing aside. */
public final class Said {

    private Said() {}

    static Map<String, String> of(MapNode root) {
        Map<String, String> said = new LinkedHashMap<>();
        put("", root, said);
        return said;
    }

    private static void put(String path, Node node, Map<String, String> said) {
        if (node instanceof MapNode map && !map.entries().isEmpty()) {
            map.entries()
                    .forEach(e -> put(
                            path.isEmpty()
                                    ? e.key().text()
                                    : path + " / " + e.key().text(),
                            e.value(),
                            said));
        } else {
            said.put(path, text(node));
        }
    }

    private static String text(Node node) {
        if (node instanceof ListNode list) {
            return list.items().stream().map(Said::text).collect(Collectors.joining(", "));
        }
        return node instanceof TextNode text ? text.text() : "";
    }

    /** What differs between two: a line each, {@code -} for what was said before and {@code +} for what is said now. */
    public static List<String> difference(Map<String, String> before, Map<String, String> now) {
        List<String> lines = new ArrayList<>();
        before.forEach((key, was) -> {
            if (!Objects.equals(was, now.get(key))) {
                lines.add("- " + key + ": " + was);
                if (now.containsKey(key)) {
                    lines.add("+ " + key + ": " + now.get(key));
                }
            }
        });
        now.forEach((key, is) -> {
            if (!before.containsKey(key)) {
                lines.add("+ " + key + ": " + is);
            }
        });
        return lines;
    }
}
