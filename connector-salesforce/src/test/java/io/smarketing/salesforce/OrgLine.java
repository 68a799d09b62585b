package io.smarketing.salesforce;

import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.org.Org;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** A line to the sandbox's org without a network. */
public final class OrgLine implements Interceptor {

    private final Org org;
    private final List<Ask> asks = Collections.synchronizedList(new ArrayList<>());

    /** What somebody in between answers in the org's place; empty for nothing. */
    public volatile Function<Ask, Optional<Answer>> answer = ask -> Optional.empty();

    public OrgLine(Org org) {
        this.org = org;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Ask ask = ask(request);
        asks.add(ask);
        Answer answer = this.answer.apply(ask).orElseGet(() -> org.handle(ask));
        Response.Builder response = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(answer.status())
                .message("-")
                .body(ResponseBody.create(answer.body(), MediaType.get("application/json")));
        answer.headers().forEach(response::header);
        return response.build();
    }

    /** All that was asked. */
    public List<Ask> asks() {
        return asks;
    }

    private static Ask ask(Request request) throws IOException {
        HttpUrl url = request.url();
        Map<String, List<String>> query = new HashMap<>();
        url.queryParameterNames().forEach(name -> query.put(name, url.queryParameterValues(name)));
        Map<String, String> headers = new HashMap<>();
        headers.put("host", url.host() + ":" + url.port());
        request.headers().forEach(h -> headers.put(h.getFirst().toLowerCase(Locale.ROOT), h.getSecond()));
        Buffer body = new Buffer();
        if (request.body() != null) {
            request.body().writeTo(body);
        }
        return new Ask(request.method(), url.encodedPath(), query, headers, body.readUtf8());
    }
}
