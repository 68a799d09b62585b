package io.smarketing.daemon.config.yaml;

/** A node of a file: a text, a list or a map. */
public sealed interface Node permits TextNode, ListNode, MapNode {

    Position at();

    /** What it is, in the admin's words. */
    String kind();
}
