package io.smarketing.daemon.config.yaml;

import java.util.List;

/** A list of nodes. */
public record ListNode(Position at, List<Node> items) implements Node {

    public ListNode {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "a list";
    }
}
