package io.smarketing.hubspot.feed;

import io.smarketing.core.crm.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A place in the changes: within the full listing, a window of modification times, or the archive. */
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
     * @param from how far the changes had been told before it
     * @param before how many records there were then; empty if they have never been counted
     * @param told the part of it that has been told; empty before that
     */
    record Window(Mark from, Optional<Headcount> before, Optional<Part> told) implements Place {

        /** A window that has not been looked into. */
        static Window since(Mark from, Optional<Headcount> before) {
            return new Window(from, before, Optional.empty());
        }

        @Override
        public Cursor cursor() {
            return before.map(b -> new Cursor("counted " + from.text() + " " + b.text()
                            + told.map(p -> " " + p.text() + " " + p.born()).orElse("")))
                    .orElseGet(() -> new Cursor("window " + from.text()
                            + told.map(p -> " " + p.text()).orElse("")));
        }
    }

    /**
     * The part of a window that has been told.
     *
     * @param since where the window opens: from there on changes are asked for
     * @param to where the window closes: HubSpot's time at its first answer
     * @param last the highest id that has been told of what is asked for, blank if none
     * @param born records among them that were created since the window before
     */
    record Part(Instant since, Instant to, String last, long born) {

        /** The same, told as far as that. */
        Part at(String mark) {
            return new Part(since, to, mark, born);
        }

        String text() {
            return since + " " + to + " " + last;
        }
    }

    /**
     * Within the archive.
     *
     * @param from how far the changes have been told, for the next window
     * @param since those archived since then are told
     * @param live how many records there were when the walk was found due
     * @param began HubSpot's time at the first answer; empty before it
     * @param after HubSpot's own word for where to go on, blank at the start
     */
    record Archive(Mark from, Instant since, long live, Optional<Instant> began, String after) implements Place {

        @Override
        public Cursor cursor() {
            return new Cursor("archive " + from.text() + " " + since + " " + live
                    + began.map(b -> " " + b + " " + after).orElse(""));
        }
    }

    /** The place that a cursor of ours stands for; an IllegalArgumentException if it is none of ours. */
    static Place of(Cursor cursor) {
        if (cursor.equals(Cursor.START)) {
            return new Listing(Optional.empty(), "");
        }
        try {
            return of(new Words(List.of(cursor.text().split(" "))));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("not a cursor of this adapter: " + cursor.text(), e);
        }
    }

    private static Place of(Words words) {
        return switch (words.kind()) {
            case "list 3" -> new Listing(Optional.of(words.time(1)), words.at(2));
            case "window 3" -> Window.since(words.mark(1), Optional.empty());
            case "window 6" -> new Window(words.mark(1), Optional.empty(), Optional.of(words.part(3, 0)));
            case "counted 6" -> Window.since(words.mark(1), Optional.of(words.headcount(3)));
            case "counted 10" ->
                new Window(words.mark(1), Optional.of(words.headcount(3)), Optional.of(words.part(6, words.number(9))));
            case "archive 5" -> new Archive(words.mark(1), words.time(3), words.number(4), Optional.empty(), "");
            case "archive 7" ->
                new Archive(words.mark(1), words.time(3), words.number(4), Optional.of(words.time(5)), words.at(6));
            default -> ofOldForm(words);
        };
    }

    /** What a cursor stood for before windows told how far back they look: its window is looked into from its start. */
    private static Place ofOldForm(Words words) {
        return switch (words.kind()) {
            case "window 2", "window 4" -> Window.since(Mark.of(words.time(1)), Optional.empty());
            case "counted 5", "counted 8" -> Window.since(Mark.of(words.time(1)), Optional.of(words.headcount(2)));
            case "archive 4", "archive 6" ->
                new Archive(Mark.of(words.time(1)), words.time(2), words.number(3), Optional.empty(), "");
            default ->
                throw new IllegalArgumentException("not a cursor of this adapter: " + String.join(" ", words.all()));
        };
    }

    /** The words of a cursor. */
    record Words(List<String> all) {

        String kind() {
            return all.get(0) + " " + all.size();
        }

        String at(int place) {
            return all.get(place);
        }

        Instant time(int place) {
            return Instant.parse(at(place));
        }

        long number(int place) {
            return Long.parseLong(at(place));
        }

        Mark mark(int place) {
            return new Mark(time(place), time(place + 1));
        }

        Part part(int place, long born) {
            return new Part(time(place), time(place + 1), at(place + 2), born);
        }

        Headcount headcount(int place) {
            return new Headcount(number(place), time(place + 1), time(place + 2));
        }
    }
}
