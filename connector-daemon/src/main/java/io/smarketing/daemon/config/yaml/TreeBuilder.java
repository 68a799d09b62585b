package io.smarketing.daemon.config.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Turns the library's nodes of one file into ours. Aliases are copied out, within a limit. */
final class TreeBuilder {

    /** Far more than a configuration holds, far less than aliases of aliases can make of a short file. */
    private static final int MOST_NODES = 50_000;

    private final String file;
    private final List<String> lines;
    private final Substitution substitution;
    private final Problems problems;
    private final Set<org.snakeyaml.engine.v2.nodes.Node> above = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    TreeBuilder(String file, String text, Substitution substitution, Problems problems) {
        this.file = file;
        this.lines = text.lines().toList();
        this.substitution = substitution;
        this.problems = problems;
    }

    /** The tree; empty if it is larger than anything sane, which is reported then. */
    Optional<Node> build(org.snakeyaml.engine.v2.nodes.Node root) {
        Node tree = node(root);
        if (nodes > MOST_NODES) {
            problems.add(Position.startOf(file), "aliases (*name) make this file too large: write it out");
            return Optional.empty();
        }
        return Optional.of(tree);
    }

    private Node node(org.snakeyaml.engine.v2.nodes.Node node) {
        Position at = position(node.getStartMark());
        if (++nodes > MOST_NODES) {
            return new ListNode(at, List.of());
        }
        if (node instanceof ScalarNode scalar) {
            return text(scalar, true);
        }
        if (!above.add(node)) {
            problems.add(at, "this holds an alias (*name) of itself: write it out");
            return new ListNode(at, List.of());
        }
        Node built = node instanceof MappingNode map
                ? map(map, at)
                : new ListNode(
                        at,
                        ((SequenceNode) node)
                                .getValue().stream().map(this::node).toList());
        above.remove(node);
        return built;
    }

    private MapNode map(MappingNode map, Position at) {
        Map<String, Position> seen = new HashMap<>();
        List<MapNode.Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : map.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                problems.add(position(tuple.getKeyNode().getStartMark()), "a key must be a text: put it in quotes");
                continue;
            }
            TextNode key = text(scalar, false);
            Position first = seen.putIfAbsent(key.text(), key.at());
            if (first != null) {
                problems.add(
                        key.at(),
                        "the key " + key.shown() + " stands twice, first in line " + first.line()
                                + ": keep one of the two");
                continue;
            }
            entries.add(new MapNode.Entry(key, node(tuple.getValueNode())));
        }
        return new MapNode(at, entries);
    }

    private TextNode text(ScalarNode scalar, boolean substitute) {
        Position at = position(scalar.getStartMark());
        boolean hidden = substitute && Substitution.isIn(scalar.getValue());
        String text = hidden ? substitution.in(scalar.getValue(), at) : scalar.getValue();
        return new TextNode(at, text, scalar.isPlain(), inside(scalar, at), hidden);
    }

    private Optional<Position> inside(ScalarNode scalar, Position at) {
        if (scalar.getScalarStyle() == ScalarStyle.LITERAL) {
            return firstLineAfter(at);
        }
        boolean oneLine = scalar.getEndMark()
                .filter(end -> end.getLine() + 1 == at.line())
                .isPresent();
        if (!oneLine || scalar.getScalarStyle() == ScalarStyle.FOLDED) {
            return Optional.empty();
        }
        return Optional.of(scalar.isPlain() ? at : new Position(file, at.line(), at.column() + 1));
    }

    private Optional<Position> firstLineAfter(Position at) {
        for (int line = at.line(); line < lines.size(); line++) {
            String words = lines.get(line).stripLeading();
            if (!words.isEmpty()) {
                return Optional.of(new Position(file, line + 1, lines.get(line).length() - words.length() + 1));
            }
        }
        return Optional.empty();
    }

    private Position position(Optional<Mark> mark) {
        return mark.map(m -> new Position(file, m.getLine() + 1, m.getColumn() + 1))
                .orElseGet(() -> Position.startOf(file));
    }
}
