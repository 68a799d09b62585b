package io.smarketing.daemon.config.agreement;

import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.core.sla.terms.Terms;
import io.smarketing.daemon.config.yaml.Position;
import io.smarketing.daemon.config.yaml.Problem;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One version of what marketing and sales agreed.
 *
 * @param terms what was promised, as it is judged
 * @param owners the addresses of those who promise
 * @param excusers the addresses of those who may excuse what sales did not keep
 * @param review how often it is to be looked at again, if that was agreed
 * @param chapters all of it, as people read it
 * @param said all of it, key by key, with the order of segments and what it takes from lifecycle.yaml: what differs is
 *     another agreement
 * @param ways where it first says that somebody hears of something in that way
 * @param document the file as it was written
 */
public record Agreement(
        Terms terms,
        List<String> owners,
        List<String> excusers,
        Optional<Period> review,
        List<Chapter> chapters,
        Map<String, String> said,
        Map<Way, Position> ways,
        String document) {

    public Agreement {
        owners = List.copyOf(owners);
        excusers = List.copyOf(excusers);
        chapters = List.copyOf(chapters);
        ways = Map.copyOf(ways);
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
    }

    /** Who hears of nothing, since there is no such way to tell them. */
    public List<Problem> unheard(Set<Way> open) {
        return ways.entrySet().stream()
                .filter(e -> !open.contains(e.getKey()))
                .map(e -> new Problem(
                        e.getValue(),
                        "nobody hears of anything by " + e.getKey().word() + " until connections.yaml says how, under"
                                + " channels",
                        Optional.empty()))
                .sorted()
                .toList();
    }

    /** Who signs. */
    public List<Chapter.Entry> parties() {
        return chapters.stream()
                .filter(c -> c.title().equals(Frame.PARTIES))
                .flatMap(c -> c.entries().stream())
                .toList();
    }

    public String version() {
        return terms.version();
    }
}
