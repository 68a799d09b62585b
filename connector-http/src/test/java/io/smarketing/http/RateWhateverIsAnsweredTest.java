package io.smarketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** A server that answers as it likes, when it likes, and counts what arrives. */
class RateWhateverIsAnsweredTest {

    private static final Rate SEARCHES = new Rate(5, Duration.ofSeconds(1));

    @Property(tries = 150)
    void neverMoreArriveThanTheLimitInAnyRollingStretch(
            @ForAll @IntRange(min = 1, max = 15) int atFirst,
            @ForAll @IntRange(max = 15) int more,
            @ForAll @IntRange(min = 10, max = 3_000) int slowest,
            @ForAll long seed) {
        Rate told = new Rate(atFirst + more, Duration.ofSeconds(10));
        VirtualTime time = new VirtualTime();
        Server server = new Server(time, new Random(seed), slowest, told.calls());
        CrmHttp http = http(time, server, atFirst);
        for (int i = 0; i < 60; i++) {
            HttpAsk ask = HttpAsk.get("/x").in(server.random.nextInt(3) == 0 ? Bucket.SEARCH : Bucket.GENERAL);
            try {
                http.send(ask.header("bucket", ask.bucket().name()));
            } catch (CrmException e) {
                time.advance(e.waitFor().orElse(Duration.ofMillis(1)));
            }
        }
        assertNeverMore(server.arrivals.get(Bucket.GENERAL), told);
        assertNeverMore(server.arrivals.get(Bucket.SEARCH), SEARCHES);
    }

    private static CrmHttp http(VirtualTime time, Server server, int atFirst) {
        Pacer pacer = new Pacer(
                Map.of(Bucket.GENERAL, new Rate(atFirst, Duration.ofSeconds(10)), Bucket.SEARCH, SEARCHES),
                RateWhateverIsAnsweredTest::limits,
                time.surroundings());
        return new CrmHttp(
                new OkHttpClient.Builder().addInterceptor(server).build(),
                time.surroundings(),
                Login.fixed(Pass.anonymous("http://crm.test")),
                RateWhateverIsAnsweredTest::failure,
                pacer,
                "the CRM");
    }

    private static final class Server implements Interceptor {
        private final VirtualTime time;
        private final Random random;
        private final int slowest;
        private final int limit;
        private final Map<Bucket, List<Instant>> arrivals = new EnumMap<>(Bucket.class);

        Server(VirtualTime time, Random random, int slowest, int limit) {
            this.time = time;
            this.random = random;
            this.slowest = slowest;
            this.limit = limit;
            List.of(Bucket.values()).forEach(b -> arrivals.put(b, new ArrayList<>()));
        }

        @Override
        public Response intercept(Chain chain) throws IOException {
            travel();
            arrivals.get(Bucket.valueOf(chain.request().header("bucket"))).add(time.instant());
            travel();
            int mood = random.nextInt(10);
            if (mood == 0) {
                throw new IOException("connection reset");
            }
            int status = mood == 1 ? 503 : mood <= 3 ? 429 : 200;
            Response.Builder response = new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(status)
                    .message("-")
                    .header("limit", Integer.toString(limit))
                    .body(ResponseBody.create(status == 503 ? "<html>" : "{}", MediaType.get("text/html")));
            if (status != 200 && random.nextBoolean()) {
                response.header("Retry-After", Integer.toString(random.nextInt(20)));
            }
            return response.build();
        }

        private void travel() {
            time.advance(Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(slowest) : 1));
        }
    }

    private static Limits limits(HttpAnswer answer) {
        return new Limits(
                OptionalInt.of(Integer.parseInt(answer.header("limit").orElseThrow())),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private static CrmException failure(HttpAnswer answer) {
        FailureKind kind = answer.status() == 429 ? FailureKind.THROTTLED : FailureKind.UNREACHABLE;
        return new CrmException(kind, kind.sentence(), answer.retryAfter());
    }

    private static void assertNeverMore(List<Instant> arrivals, Rate rate) {
        for (int i = rate.calls(); i < arrivals.size(); i++) {
            assertThat(Duration.between(arrivals.get(i - rate.calls()), arrivals.get(i)))
                    .isGreaterThanOrEqualTo(rate.per());
        }
    }
}
