package io.smarketing.daemon.config.agreement;

import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.clock.Signals;
import io.smarketing.daemon.config.yaml.MapNode;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One promise as people read it, with what starts and ends it, also where the file leaves that to its name. */
record PromiseWords(Section promises) {

    String of(Promise promise) {
        Signals on = promise.on();
        StringBuilder says = new StringBuilder(promise.name() + ": " + within(promise.name()) + " from "
                + either(on.start()) + " until " + either(on.stop()));
        if (promise.times() > 1) {
            says.append(" ").append(promise.times()).append(" times");
        }
        if (!on.pause().isEmpty()) {
            says.append("; stands still from ").append(either(on.pause()));
            says.append(" until ").append(either(on.resume()));
            group(promise.name())
                    .flatMap(s -> s.text("pause-at-most"))
                    .ifPresent(most -> says.append(", ").append(most).append(" at most"));
        }
        if (!on.cancel().isEmpty()) {
            says.append("; off when ").append(either(on.cancel()));
        }
        return says.toString();
    }

    private String within(String name) {
        return group(name)
                .map(s -> s.text("within"))
                .orElseGet(() -> promises.text(name))
                .orElse("?");
    }

    private Optional<Section> group(String name) {
        return promises.node(name).filter(MapNode.class::isInstance).flatMap(n -> promises.section(name));
    }

    private static String either(Set<String> events) {
        return Words.either(List.copyOf(new TreeSet<>(events)));
    }
}
