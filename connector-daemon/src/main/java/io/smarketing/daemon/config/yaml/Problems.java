package io.smarketing.daemon.config.yaml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All that was found wrong so far, each once, sorted by place. */
public final class Problems {

    private final Set<Problem> found = new TreeSet<>();

    public void add(Position at, String sentence) {
        found.add(new Problem(at, sentence, Optional.empty()));
    }

    public void add(Position at, String sentence, Optional<String> meant) {
        found.add(new Problem(at, sentence, meant));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public int count() {
        return found.size();
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }
}
