package io.smarketing.daemon.config.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A group of keys while it is being read: every getter reports what is not as it should be. */
public final class Section {

    private final String name;
    private final MapNode map;
    private final Problems problems;
    private final Scalars scalars;
    private final Map<String, MapNode.Entry> entries = new LinkedHashMap<>();

    /** @param name what it is called in messages */
    public Section(String name, MapNode map, Problems problems) {
        this.name = name;
        this.map = map;
        this.problems = problems;
        this.scalars = new Scalars(problems);
        map.entries().forEach(e -> entries.put(e.key().text(), e));
    }

    /** Reports every key that is none of these. */
    public Section only(Collection<String> known) {
        for (MapNode.Entry entry : entries.values()) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                Optional<String> meant = Words.nearest(key, known);
                problems.add(
                        entry.key().at(),
                        "there is no key " + Words.quoted(key) + " in " + name
                                + (meant.isPresent() ? "" : ": it takes " + Words.either(known)),
                        meant);
            }
        }
        return this;
    }

    /** The keys as they stand in the file. */
    public MapNode map() {
        return map;
    }

    public Position at() {
        return map.at();
    }

    /** Where a key stands, or where the group begins. */
    public Position at(String key) {
        MapNode.Entry entry = entries.get(key);
        return entry == null ? map.at() : entry.key().at();
    }

    public Set<String> keys() {
        return entries.keySet();
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    public Optional<Node> node(String key) {
        return Optional.ofNullable(entries.get(key)).map(MapNode.Entry::value);
    }

    /** A key that is text itself, such as a picklist value: reported if it is a trap of YAML. */
    public Optional<String> keyText(String key) {
        return Optional.ofNullable(entries.get(key)).flatMap(e -> scalars.text(e.key(), name));
    }

    /** Reports that a key is missing, unless it is there. */
    public Section require(String key, String remedy) {
        if (!has(key)) {
            problems.add(map.at(), "the key " + Words.quoted(key) + " is missing in " + name + ": " + remedy);
        }
        return this;
    }

    public void problem(String key, String sentence) {
        problems.add(at(key), sentence);
    }

    /** A problem with what a key holds. */
    public void valueProblem(String key, String sentence, Optional<String> meant) {
        problems.add(node(key).map(Node::at).orElseGet(this::at), sentence, meant);
    }

    public Optional<String> text(String key) {
        return node(key).flatMap(n -> scalars.text(n, key));
    }

    /** A text that no message shows. */
    public Optional<String> secret(String key) {
        return node(key).flatMap(n -> scalars.secret(n, key));
    }

    /** A secret that a program has made, so that it is all visible ASCII. */
    public Optional<String> token(String key) {
        return node(key).flatMap(n -> scalars.token(n, key));
    }

    /** One text, or a list of texts; none if the key is not there. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        node(key).ifPresent(node -> {
            List<Node> items = node instanceof ListNode list ? list.items() : List.of(node);
            items.forEach(item -> scalars.text(item, key).ifPresent(texts::add));
        });
        return texts;
    }

    public Optional<Boolean> flag(String key) {
        return node(key).flatMap(n -> scalars.flag(n, key));
    }

    public OptionalLong count(String key) {
        return node(key).map(n -> scalars.count(n, key)).orElse(OptionalLong.empty());
    }

    public Optional<Double> percent(String key) {
        return node(key).flatMap(n -> scalars.percent(n, key));
    }

    public Optional<Duration> duration(String key) {
        return node(key).flatMap(n -> scalars.duration(n, key));
    }

    /** One of a few words. */
    public <T> Optional<T> choice(String key, Map<String, T> words) {
        return node(key).flatMap(n -> scalars.choice(n, key, words));
    }

    /** A list of some of a few words, or one of them. */
    public <T> Optional<Set<T>> choices(String key, Map<String, T> words) {
        return node(key).map(n -> {
            Set<T> chosen = new LinkedHashSet<>();
            List<Node> items = n instanceof ListNode list ? list.items() : List.of(n);
            items.forEach(item -> scalars.choice(item, key, words).ifPresent(chosen::add));
            return chosen;
        });
    }

    /** The group of keys below a key, under the key's name. */
    public Optional<Section> section(String key) {
        return section(key, Words.quoted(key));
    }

    /** The group of keys below a key, under a name of its own. */
    public Optional<Section> section(String key, String called) {
        Node node = entries.containsKey(key) ? entries.get(key).value() : null;
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MapNode group) {
            return Optional.of(new Section(called, group, problems));
        }
        problems.add(node.at(), called + " takes a group of keys below it, not " + node.kind());
        return Optional.empty();
    }

    /** All keys with groups of keys below them, in order. */
    public List<Section> sections() {
        List<Section> all = new ArrayList<>();
        keys().forEach(k -> section(k).ifPresent(all::add));
        return all;
    }
}
