package io.smarketing.sandbox.server.http;

import io.smarketing.sandbox.kernel.Ask;
import java.util.regex.Pattern;

/** Which requests change something: both CRMs read by POST, too. */
final class Writes {

    private static final Pattern READ_BY_POST = Pattern.compile(
            ".*/(search|read|token|introspect|labels/read)/?|.*/oauth/.*|.*/oauth2/.*|.*/composite/sobjects/[^/]+/?");

    private static final Pattern COMPOSITE = Pattern.compile(".*/composite/?");
    private static final Pattern WRITING_PART = Pattern.compile("\"method\"\\s*:\\s*\"(POST|PATCH|PUT|DELETE)\"");
    private static final Pattern SOAP = Pattern.compile("/services/Soap/.*");
    private static final Pattern SAVING = Pattern.compile("<(?:\\w+:)?(?:create|update|upsert)Metadata[ >]");

    private Writes() {}

    static boolean is(Ask ask) {
        return switch (ask.method()) {
            case "PATCH", "PUT", "DELETE" -> true;
            case "POST" -> post(ask.path(), ask.body());
            default -> false;
        };
    }

    private static boolean post(String path, String body) {
        if (COMPOSITE.matcher(path).matches()) {
            return WRITING_PART.matcher(body).find();
        }
        return SOAP.matcher(path).matches()
                ? SAVING.matcher(body).find()
                : !READ_BY_POST.matcher(path).matches();
    }
}
