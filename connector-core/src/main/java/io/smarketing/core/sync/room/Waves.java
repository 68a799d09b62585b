package io.smarketing.core.sync.room;

import io.smarketing.core.sync.told.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts a page into waves in which no person, key or e-mail stands twice: the second waits until the first is done. */
@FunctionalInterface
public interface Waves {

    List<List<Told>> cut(List<Told> page);

    /** The real one: each goes into the first wave after all those it shares something with. */
    static Waves apart() {
        return page -> {
            List<List<Told>> waves = new ArrayList<>();
            Map<String, Integer> lastWave = new HashMap<>();
            for (Told told : page) {
                Set<String> tokens = tokens(told);
                int wave = tokens.stream()
                        .mapToInt(t -> lastWave.getOrDefault(t, -1) + 1)
                        .max()
                        .orElse(0);
                tokens.forEach(t -> lastWave.put(t, wave));
                if (wave == waves.size()) {
                    waves.add(new ArrayList<>());
                }
                waves.get(wave).add(told);
            }
            return waves;
        };
    }

    private static Set<String> tokens(Told told) {
        Set<String> tokens = new LinkedHashSet<>();
        tokens.add("record " + told.ref());
        told.person().ifPresent(p -> tokens.add("person " + p.id()));
        told.record().email().ifPresent(e -> tokens.add("e-mail " + e.address()));
        if (!told.record().key().isBlank()) {
            tokens.add("key " + told.record().key());
        }
        return tokens;
    }
}
