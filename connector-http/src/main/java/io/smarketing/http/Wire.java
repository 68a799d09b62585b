package io.smarketing.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Turns one ask into one exchange on the network, never two, and reads the answer. */
final class Wire {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final OkHttpClient client;
    private final InstantSource clock;

    Wire(OkHttpClient client, InstantSource clock) {
        this.client = client.newBuilder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .addNetworkInterceptor(Wire::withoutZeroWait)
                .build();
        this.clock = clock;
    }

    HttpAnswer exchange(HttpAsk ask, Pass pass) throws IOException {
        try (Response response = client.newCall(request(ask, pass)).execute()) {
            Map<String, String> headers = new HashMap<>();
            response.headers().forEach(h -> headers.put(h.getFirst().toLowerCase(Locale.ROOT), h.getSecond()));
            JsonNode body = body(response);
            return new HttpAnswer(response.code(), headers, body, serverTime(headers));
        }
    }

    private static Request request(HttpAsk ask, Pass pass) {
        boolean relative = ask.url().startsWith("/");
        HttpUrl url = HttpUrl.get(relative ? pass.base() + ask.url() : ask.url());
        // OkHttp adds a charset to the media type of a String body, so it gets bytes.
        RequestBody body = ask.body()
                .map(b -> RequestBody.create(b.text().getBytes(StandardCharsets.UTF_8), MediaType.get(b.contentType())))
                .orElse(null);
        Request.Builder request = new Request.Builder().url(url).method(ask.method(), body);
        ask.headers().forEach(request::header);
        if ((relative || isAt(pass.base(), url)) && !pass.authorization().isEmpty()) {
            request.header("Authorization", pass.authorization());
        }
        return request.build();
    }

    private static boolean isAt(String base, HttpUrl url) {
        HttpUrl ours = HttpUrl.get(base);
        return url.host().equals(ours.host()) && url.port() == ours.port() && url.isHttps() == ours.isHttps();
    }

    /** The JSON of an answer; rows in CSV are one text. */
    private static JsonNode body(Response response) throws IOException {
        byte[] text = response.body().bytes();
        return response.header("Content-Type", "").startsWith("text/csv")
                ? TextNode.valueOf(new String(text, StandardCharsets.UTF_8))
                : json(text, response.code());
    }

    private static JsonNode json(byte[] text, int status) throws IOException {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isMissingNode() ? NullNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            if (status < 300) {
                throw new IOException("the answer is not JSON; a proxy or gateway may stand in between");
            }
            return NullNode.getInstance();
        }
    }

    private Instant serverTime(Map<String, String> headers) {
        try {
            return HttpAnswer.httpDate(headers.getOrDefault("date", ""));
        } catch (DateTimeException e) {
            return clock.instant();
        }
    }

    /** OkHttp would send the request again by itself after "503, Retry-After: 0": unpaced, and twice if it writes. */
    private static Response withoutZeroWait(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        boolean wouldRepeat = response.code() == 503 && "0".equals(response.header("Retry-After"));
        return wouldRepeat ? response.newBuilder().removeHeader("Retry-After").build() : response;
    }
}
