package io.smarketing.daemon.config.agreement;

import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.Collection;
import java.util.Optional;

/** The stages and detours of {@code lifecycle.yaml}, as the agreement names them. */
final class Stages {

    private Stages() {}

    /** The stage that a key names; one that is not there is reported. */
    static Optional<String> of(Section section, String key, Collection<String> known) {
        Optional<String> stage = section.text(key);
        stage.filter(s -> !known.contains(s))
                .ifPresent(s -> section.valueProblem(
                        key, "lifecycle.yaml has no stage " + Words.quoted(s), Words.nearest(s, known)));
        return stage.filter(known::contains);
    }
}
