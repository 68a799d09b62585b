package io.smarketing.testkit.books.memory;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What is counted of people. */
public record MemoryCounts(Collection<Person> people) {

    public Map<String, Long> byStage() {
        return people.stream()
                .collect(Collectors.groupingBy(p -> p.progress().standing(), TreeMap::new, Collectors.counting()));
    }

    public Map<CrmId, Long> others() {
        return people.stream()
                .flatMap(p -> p.holdings().values().stream())
                .flatMap(h -> h.others().stream())
                .collect(Collectors.groupingBy(RecordRef::crm, TreeMap::new, Collectors.counting()));
    }

    public void durations(String from, String to, BiConsumer<PersonId, Duration> each) {
        people.forEach(p -> {
            Map<String, Instant> stamps = p.progress().stamps();
            if (stamps.containsKey(from) && stamps.containsKey(to)) {
                each.accept(p.id(), Duration.between(stamps.get(from), stamps.get(to)));
            }
        });
    }
}
