package io.smarketing.simulation.world;

import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.SandboxCrm;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** The line to one pretended CRM: it answers on the calling thread, takes virtual time, and fails as it is told to. */
public final class Line implements Interceptor {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration LATENCY = Duration.ofMillis(80);
    private static final Duration PATIENCE = Duration.ofSeconds(110);
    private static final Answer TOO_MANY = Answer.json(
                    429,
                    "{\"status\":\"error\",\"message\":\"You have reached your ten_secondly_rolling limit.\","
                            + "\"errorType\":\"RATE_LIMIT\",\"policyName\":\"TEN_SECONDLY_ROLLING\"}")
            .with("Retry-After", "3");
    /** Both adapters know it as a breakdown. */
    private static final Answer DOWN =
            Answer.json(503, "[{\"errorCode\":\"SERVER_UNAVAILABLE\",\"message\":\"busy\"}]");

    private static final String LOCKED = "UNABLE_TO_LOCK_ROW";

    private final SandboxCrm crm;
    private final VirtualTime time;
    private final Answer busy;
    private final Map<Long, Strike> strikes = new TreeMap<>();
    private final Map<Long, Runnable> deeds = new TreeMap<>();
    private long calls;
    private long struck;

    private Line(SandboxCrm crm, VirtualTime time, Answer busy) {
        this.crm = crm;
        this.time = time;
        this.busy = busy;
    }

    static Line toPortal(SandboxCrm crm, VirtualTime time) {
        return new Line(crm, time, TOO_MANY);
    }

    /** An org that has too many calls under way says so as a breakdown does. */
    static Line toOrg(SandboxCrm crm, VirtualTime time) {
        return new Line(crm, time, DOWN);
    }

    /** The nth call from now on, and as many after it as are told, are struck. */
    public void strike(Strike strike, int nth, int times) {
        for (int i = 0; i < times; i++) {
            strikes.put(calls + nth + i, strike);
        }
    }

    /** Something happens in the CRM right before the nth call from now on. */
    public void before(int nth, Runnable deed) {
        deeds.put(calls + nth, deed);
    }

    /** Nothing happens to calls any more. */
    public void heal() {
        strikes.clear();
        deeds.clear();
    }

    /** How many calls were made. */
    public long calls() {
        return calls;
    }

    /** How many of them were struck, or met rows that others hold: such rows are sent again. */
    public long struck() {
        return struck;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        calls++;
        Optional.ofNullable(deeds.remove(calls)).ifPresent(Runnable::run);
        time.sleep(LATENCY);
        Answer answer = struck(ask(request), Optional.ofNullable(strikes.remove(calls)));
        Response.Builder response = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(answer.status())
                .message("-")
                .body(ResponseBody.create(answer.body().getBytes(StandardCharsets.UTF_8), JSON));
        answer.headers().forEach(response::header);
        return response.build();
    }

    private Answer struck(Ask ask, Optional<Strike> strike) throws IOException {
        if (strike.isEmpty()) {
            Answer answer = crm.handle(ask);
            struck += answer.body().contains(LOCKED) ? 1 : 0;
            return answer;
        }
        struck++;
        switch (strike.get()) {
            case REQUEST_LOST -> throw new IOException("connection reset");
            case ANSWER_LOST -> {
                crm.handle(ask);
                throw new IOException("connection reset");
            }
            case TIMEOUT -> {
                crm.handle(ask);
                time.sleep(PATIENCE);
                throw new SocketTimeoutException("timeout");
            }
            case BROKEN_AFTER -> crm.handle(ask);
            case KILLED -> throw new Killed();
            case KILLED_AFTER -> {
                crm.handle(ask);
                throw new Killed();
            }
            case THROTTLED, BROKEN -> time.sleep(LATENCY);
        }
        return strike.get() == Strike.THROTTLED ? busy : DOWN;
    }

    private static Ask ask(Request request) throws IOException {
        HttpUrl url = request.url();
        Map<String, List<String>> query = new HashMap<>();
        url.queryParameterNames().forEach(name -> query.put(name, url.queryParameterValues(name)));
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
