package io.smarketing.hubspot.read;

import io.smarketing.core.crm.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A place in the changes: within the full listing, or within a window of modification times. */
sealed interface Place {

    Cursor cursor();

    /**
     * Within the listing.
     *
     * @param since HubSpot's time when the listing began; empty before its first answer
     * @param after HubSpot's own word for where to go on, blank at the start
     */
    record Listing(Optional<Instant> since, String after) implements Place {

        @Override
        public Cursor cursor() {
            return since.map(s -> new Cursor("list " + s + " " + after)).orElse(Cursor.START);
        }
    }

    /**
     * Within a window.
     *
     * @param from the changes since then are asked for, and some before it
     * @param to where the window closes: HubSpot's time at its first answer; empty before that
     * @param lastId the highest id that has been told, blank at the start
     */
    record Window(Instant from, Optional<Instant> to, String lastId) implements Place {

        /** A window that has not been looked into. */
        static Window since(Instant from) {
            return new Window(from, Optional.empty(), "");
        }

        @Override
        public Cursor cursor() {
            return new Cursor(
                    to.map(t -> "window " + from + " " + t + " " + lastId).orElse("window " + from));
        }
    }

    /** The place that a cursor of ours stands for; an IllegalArgumentException if it is none of ours. */
    static Place of(Cursor cursor) {
        if (cursor.equals(Cursor.START)) {
            return new Listing(Optional.empty(), "");
        }
        String[] words = cursor.text().split(" ");
        try {
            if (words[0].equals("list") && words.length == 3) {
                return new Listing(Optional.of(Instant.parse(words[1])), words[2]);
            }
            if (words[0].equals("window") && words.length == 2) {
                return Window.since(Instant.parse(words[1]));
            }
            if (words[0].equals("window") && words.length == 4) {
                return new Window(Instant.parse(words[1]), Optional.of(Instant.parse(words[2])), words[3]);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a cursor of this adapter: " + cursor.text(), e);
        }
        throw new IllegalArgumentException("not a cursor of this adapter: " + cursor.text());
    }
}
