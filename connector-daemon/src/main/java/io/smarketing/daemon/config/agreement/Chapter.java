package io.smarketing.daemon.config.agreement;

import java.util.List;

/** One part of the agreement as people read it. */
public record Chapter(String title, List<Entry> entries) {

    public Chapter {
        entries = List.copyOf(entries);
    }

    /**
     * One thing that was agreed.
     *
     * @param says a line each
     */
    public record Entry(String name, List<String> says) {

        public Entry {
            says = List.copyOf(says);
        }
    }
}
