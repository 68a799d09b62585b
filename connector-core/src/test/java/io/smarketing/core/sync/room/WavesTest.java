package io.smarketing.core.sync.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.sync.told.Tells;
import io.smarketing.core.sync.told.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class WavesTest {

    @Property(tries = 300)
    void nothingStandsTwiceInAWaveAndNothingIsLost(@ForAll("pages") List<Told> page) {
        List<List<Told>> waves = Waves.apart().cut(page);
        List<Told> all = new ArrayList<>();
        for (List<Told> wave : waves) {
            assertThat(wave).isNotEmpty();
            Set<String> seen = new HashSet<>();
            wave.forEach(
                    t -> tokens(t).forEach(token -> assertThat(seen.add(token)).isTrue()));
            all.addAll(wave);
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(page);
    }

    @Property(tries = 300)
    void whatSharesSomethingStaysInOrder(@ForAll("pages") List<Told> page) {
        List<List<Told>> waves = Waves.apart().cut(page);
        for (int i = 0; i < page.size(); i++) {
            for (int j = i + 1; j < page.size(); j++) {
                Set<String> shared = tokens(page.get(i));
                shared.retainAll(tokens(page.get(j)));
                if (!shared.isEmpty()) {
                    assertThat(waveOf(waves, page.get(i))).isLessThan(waveOf(waves, page.get(j)));
                }
            }
        }
    }

    private static int waveOf(List<List<Told>> waves, Told told) {
        for (int i = 0; i < waves.size(); i++) {
            if (waves.get(i).stream().anyMatch(t -> t == told)) {
                return i;
            }
        }
        throw new AssertionError("lost");
    }

    private static Set<String> tokens(Told told) {
        Set<String> tokens = new LinkedHashSet<>();
        tokens.add("record " + told.ref());
        told.person().ifPresent(p -> tokens.add("person " + p.id()));
        told.record().email().ifPresent(e -> tokens.add("e-mail " + e.address()));
        if (!told.record().key().isEmpty()) {
            tokens.add("key " + told.record().key());
        }
        return tokens;
    }

    @Provide
    Arbitrary<List<Told>> pages() {
        Arbitrary<String> few = Arbitraries.of("", "", "1", "2", "3");
        return Combinators.combine(few, few, Arbitraries.integers().between(0, 3))
                .as((key, email, person) -> List.of(key, email, "" + person))
                .list()
                .ofMaxSize(12)
                .map(rows -> {
                    List<Told> page = new ArrayList<>();
                    for (List<String> row : rows) {
                        String email = row.get(1).isEmpty() ? "" : "lead-" + row.get(1) + "@example.com";
                        page.add(Tells.told("id-" + page.size(), row.get(0), email, Integer.parseInt(row.get(2))));
                    }
                    return page;
                });
    }
}
