package io.smarketing.sandbox.server.http;

import io.smarketing.sandbox.kernel.Ask;
import java.util.regex.Pattern;

/** Which requests change something: both CRMs read by POST, too. */
final class Writes {

    private static final Pattern READ_BY_POST = Pattern.compile(
            ".*/(search|read|token|introspect|labels/read)/?|.*/oauth/.*|.*/oauth2/.*|.*/composite/sobjects/[^/]+/?");

    private static final Pattern COMPOSITE = Pattern.compile(".*/composite/?");
    private static final Pattern WRITING_PART = Pattern.compile("\"method\"\\s*:\\s*\"(POST|PATCH|PUT|DELETE)\"");

    private Writes() {}

    static boolean is(Ask ask) {
        return switch (ask.method()) {
            case "PATCH", "PUT", "DELETE" -> true;
            case "POST" ->
                COMPOSITE.matcher(ask.path()).matches()
                        ? WRITING_PART.matcher(ask.body()).find()
                        : !READ_BY_POST.matcher(ask.path()).matches();
            default -> false;
        };
    }
}
