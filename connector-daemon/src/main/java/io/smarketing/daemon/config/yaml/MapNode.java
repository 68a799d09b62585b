package io.smarketing.daemon.config.yaml;

import java.util.List;

/** Keys and their nodes, in the order of the file; no key stands twice. */
public record MapNode(Position at, List<Entry> entries) implements Node {

    public MapNode {
        entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
        return "a group of keys";
    }

    /** One key and what it holds. */
    public record Entry(TextNode key, Node value) {}
}
