package io.smarketing.testkit.books.memory;

import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Intent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The writes that are on their way, as a map. */
public final class MemoryIntents {

    private final Map<Long, Intent> open = new TreeMap<>();
    private long lastId;

    public void take(MemoryIntents other) {
        open.putAll(other.open);
        lastId = other.lastId;
    }

    public void add(List<Intent> news) {
        Map<Long, Intent> all = new TreeMap<>(open);
        for (Intent intent : news) {
            if (all.put(intent.id(), intent) != null) {
                throw new IllegalStateException("the intent id " + intent.id() + " is not new");
            }
        }
        open.putAll(all);
    }

    public List<Intent> open() {
        return List.copyOf(open.values());
    }

    public long nextId() {
        return ++lastId;
    }

    public void erase(Collection<Long> ids) {
        open.keySet().removeAll(ids);
    }

    /** What was on its way for these people. */
    public void forget(Collection<PersonId> people) {
        open.values().removeIf(i -> people.contains(i.after().id()));
    }
}
