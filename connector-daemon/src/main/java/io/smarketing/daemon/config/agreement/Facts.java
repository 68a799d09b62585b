package io.smarketing.daemon.config.agreement;

import io.smarketing.daemon.config.yaml.Section;
import java.util.List;

/** What a group of keys says, in lines that people read. */
final class Facts {

    private Facts() {}

    /** {@code key: value}, a line each, also of groups below. */
    static List<String> of(Section section) {
        return Said.of(section.map()).entrySet().stream()
                .map(said -> said.getKey() + ": " + said.getValue())
                .toList();
    }
}
