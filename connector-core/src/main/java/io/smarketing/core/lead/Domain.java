package io.smarketing.core.lead;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The domain by which companies are matched: of a host or a web address, lower-case, without {@code www.}. */
public final class Domain {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^/?#@]*@)?(?:www\\.)?([^/?#:@]+\\.[^/?#:@.]+)\\.?(?::\\d+)?(?:[/?#].*)?");

    private Domain() {}

    /** The domain in a text such as {@code https://www.example.com/about}; empty if there is none. */
    public static Optional<String> in(String text) {
        Matcher found = ADDRESS.matcher(text.strip().toLowerCase(Locale.ROOT));
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
