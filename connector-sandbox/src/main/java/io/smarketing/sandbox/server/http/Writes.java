package io.smarketing.sandbox.server.http;

import io.smarketing.sandbox.kernel.Ask;
import java.util.regex.Pattern;

/** Which requests change something: both CRMs read by POST, too. */
final class Writes {

    private static final Pattern READ_BY_POST = Pattern.compile(
            ".*/(search|read|token|introspect|labels/read)/?|.*/oauth/.*|.*/oauth2/.*|.*/composite/sobjects/[^/]+/?");

    private static final String SOAP_WRITE = "(?s).*<(?:\\w+:)?(?:create|update|upsert)Metadata[ >].*";

    private Writes() {}

    static boolean is(Ask ask) {
        return switch (ask.method()) {
            case "PATCH", "PUT", "DELETE" -> true;
            case "POST" ->
                ask.path().startsWith("/services/Soap/")
                        ? ask.body().matches(SOAP_WRITE)
                        : !READ_BY_POST.matcher(ask.path()).matches();
            default -> false;
        };
    }
}
