package io.smarketing.sandbox.server.http;

import io.smarketing.sandbox.kernel.Ask;
import java.util.regex.Pattern;

/** Which requests change something: both CRMs read by POST, too. */
final class Writes {

    private static final Pattern READ_BY_POST = Pattern.compile(
            ".*/(search|read|token|introspect|labels/read)/?|.*/oauth/.*|.*/oauth2/.*|.*/composite/sobjects/[^/]+/?");

    private Writes() {}

    static boolean is(Ask ask) {
        return switch (ask.method()) {
            case "PATCH", "PUT", "DELETE" -> true;
            case "POST" -> !READ_BY_POST.matcher(ask.path()).matches();
            default -> false;
        };
    }
}
