package io.smarketing.sandbox.portal.search;

import io.smarketing.sandbox.portal.store.StoredRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Words to look for in texts, without regard to case; a star stands for the rest of a word. */
record Words(List<String> wanted) {

    Words(String text) {
        this(split(text, "[^\\p{L}\\p{N}*]+"));
    }

    /** Every wanted word is a word of the slot's text. */
    Predicate<StoredRecord> within(int slot) {
        return record -> {
            List<String> words = split(record.at(slot), "[^\\p{L}\\p{N}]+");
            return !wanted.isEmpty()
                    && wanted.stream().allMatch(want -> words.stream().anyMatch(w -> fits(want, w)));
        };
    }

    /** Every wanted word begins a word of one of the slots. */
    Predicate<StoredRecord> beginIn(int[] slots) {
        return record -> wanted.stream()
                .allMatch(want -> Arrays.stream(slots)
                        .mapToObj(record::at)
                        .anyMatch(text -> !text.isEmpty()
                                && split(text, "[^\\p{L}\\p{N}]+").stream().anyMatch(word -> word.startsWith(want))));
    }

    private static boolean fits(String want, String word) {
        boolean open = want.endsWith("*");
        boolean openFront = want.startsWith("*");
        String core = want.replace("*", "");
        if (open && openFront) {
            return word.contains(core);
        }
        return open ? word.startsWith(core) : openFront ? word.endsWith(core) : word.equals(core);
    }

    private static List<String> split(String text, String at) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(at))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
