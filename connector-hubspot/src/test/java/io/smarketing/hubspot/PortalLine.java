package io.smarketing.hubspot;

import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.portal.Portal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** A line to the sandbox's portal without a network: each call takes 100 ms of the test's time, or what is set. */
public final class PortalLine implements Interceptor {

    private final Portal portal;
    private final TestTime time;
    private final List<Ask> asks = new ArrayList<>();
    private Duration latency = Duration.ofMillis(100);
    private Optional<String> cutAfter = Optional.empty();
    private int cutIn;

    public PortalLine(Portal portal, TestTime time) {
        this.portal = portal;
        this.time = time;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Ask ask = ask(request);
        asks.add(ask);
        time.sleep(latency);
        Answer answer = portal.handle(ask);
        if (cutAfter.filter(ask.path()::endsWith).isPresent() && --cutIn == 0) {
            cutAfter = Optional.empty();
            throw new IOException("connection reset");
        }
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

    public void latency(Duration each) {
        latency = each;
    }

    /** Cuts the line after the next such call was carried out, before its answer. */
    public void cutAfter(String endOfPath) {
        cutAfter(endOfPath, 1);
    }

    /** Cuts the line after so many such calls were carried out, before the answer of the last one. */
    public void cutAfter(String endOfPath, int calls) {
        cutAfter = Optional.of(endOfPath);
        cutIn = calls;
    }

    private static Ask ask(Request request) throws IOException {
        HttpUrl url = request.url();
        Map<String, List<String>> query = new HashMap<>();
        for (String name : url.queryParameterNames()) {
            query.put(name, url.queryParameterValues(name));
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("host", url.host());
        request.headers().forEach(h -> headers.put(h.getFirst().toLowerCase(Locale.ROOT), h.getSecond()));
        Buffer body = new Buffer();
        if (request.body() != null) {
            request.body().writeTo(body);
        }
        return new Ask(request.method(), url.encodedPath(), query, headers, body.readUtf8());
    }
}
