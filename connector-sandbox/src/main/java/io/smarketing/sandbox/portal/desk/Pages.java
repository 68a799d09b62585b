package io.smarketing.sandbox.portal.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.portal.wire.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The pointer to the next page, whose link leads back to wherever the caller reached us. */
public final class Pages {

    private Pages() {}

    public static void next(ObjectNode body, Call call, String after) {
        List<String> query = new ArrayList<>();
        call.ask().query().forEach((name, values) -> {
            if (!name.equals("after")) {
                values.forEach(value -> query.add(escape(name) + "=" + escape(value)));
            }
        });
        query.add("after=" + escape(after));
        String link = call.ask().baseUrl() + call.ask().path() + "?" + String.join("&", query);
        body.putObject("paging").putObject("next").put("after", after).put("link", link);
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
