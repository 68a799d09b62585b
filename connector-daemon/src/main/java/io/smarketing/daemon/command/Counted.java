package io.smarketing.daemon.command;

import java.util.Locale;

/** A number of things as people read it. */
public final class Counted {

    private Counted() {}

    /** The number, with the word in its plural where it is not one. */
    public static String of(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
