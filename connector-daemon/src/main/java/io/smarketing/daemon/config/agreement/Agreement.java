package io.smarketing.daemon.config.agreement;

import io.smarketing.core.sla.terms.Terms;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param document the file as it was written
 */
public record Agreement(
        Terms terms,
        List<String> owners,
        List<String> excusers,
        Optional<Period> review,
        List<Chapter> chapters,
        Map<String, String> said,
        String document) {

    public Agreement {
        owners = List.copyOf(owners);
        excusers = List.copyOf(excusers);
        chapters = List.copyOf(chapters);
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
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
