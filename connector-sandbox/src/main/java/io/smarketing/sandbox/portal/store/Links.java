package io.smarketing.sandbox.portal.store;

import io.smarketing.sandbox.portal.schema.LinkType;
import io.smarketing.sandbox.portal.schema.ObjectType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The associations between records, each kept at both of its ends. */
public final class Links {

    private static final Comparator<LinkType> ORDER = Comparator.comparingInt(LinkType::number);

    private final Map<End, NavigableMap<End, Set<LinkType>>> ends = new HashMap<>();
    private BiConsumer<End, End> watcher = (from, to) -> {};

    /** From now on somebody is told of each link that is made or ended. */
    public void watch(BiConsumer<End, End> told) {
        watcher = told;
    }

    /** Adds a type to the link between two records; a new primary takes that place from the old one. */
    public void link(End from, End to, LinkType type) {
        if (type.primary()) {
            of(from, to.type()).forEach((other, types) -> {
                if (!other.equals(to)) {
                    remove(from, other, type);
                }
            });
        }
        add(from, to, type);
        add(to, from, type.seenFromTo());
        watcher.accept(from, to);
    }

    /** Takes one type away; a link without a type is none. */
    public void remove(End from, End to, LinkType type) {
        drop(from, to, type);
        drop(to, from, type.seenFromTo());
        watcher.accept(from, to);
    }

    /** Takes the whole link away. */
    public void unlink(End from, End to) {
        for (LinkType type : new ArrayList<>(types(from, to))) {
            remove(from, to, type);
        }
    }

    /** Takes away all that a record is linked to. */
    public void forget(End end) {
        new ArrayList<>(ends.getOrDefault(end, empty()).keySet()).forEach(other -> unlink(end, other));
    }

    /** Hands all links of one record to another. */
    public void move(End from, End to) {
        new TreeMap<>(ends.getOrDefault(from, empty())).forEach((other, types) -> {
            List<LinkType> kept = List.copyOf(types);
            unlink(from, other);
            kept.stream()
                    .filter(type -> !type.primary() || !hasPrimary(to, other.type()))
                    .forEach(t -> link(to, other, t));
        });
    }

    /** What a record is linked to, by id ascending. */
    public NavigableMap<End, Set<LinkType>> of(End from, ObjectType to) {
        NavigableMap<End, Set<LinkType>> found = empty();
        ends.getOrDefault(from, empty()).forEach((end, types) -> {
            if (end.type() == to) {
                found.put(end, types);
            }
        });
        return found;
    }

    public boolean linked(End from, End to) {
        return !types(from, to).isEmpty();
    }

    private boolean hasPrimary(End from, ObjectType to) {
        return of(from, to).values().stream().anyMatch(types -> types.stream().anyMatch(LinkType::primary));
    }

    private Set<LinkType> types(End from, End to) {
        return ends.getOrDefault(from, empty()).getOrDefault(to, Set.of());
    }

    private void add(End from, End to, LinkType type) {
        ends.computeIfAbsent(from, f -> empty())
                .computeIfAbsent(to, t -> new TreeSet<>(ORDER))
                .add(type);
    }

    private void drop(End from, End to, LinkType type) {
        NavigableMap<End, Set<LinkType>> mine = ends.getOrDefault(from, empty());
        Set<LinkType> types = mine.getOrDefault(to, new TreeSet<>(ORDER));
        types.remove(type);
        if (types.isEmpty()) {
            mine.remove(to);
        }
    }

    private static NavigableMap<End, Set<LinkType>> empty() {
        return new TreeMap<>(Comparator.comparing(End::type).thenComparingLong(End::id));
    }
}
