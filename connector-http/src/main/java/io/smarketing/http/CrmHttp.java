package io.smarketing.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.failure.Reaction;
import io.smarketing.core.crm.open.Surroundings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door to a CRM: sends, paces, retries, renews the login, reads JSON. A call that may have been carried out is
 * made again only if it is repeatable; otherwise it fails with {@link FailureKind#UNKNOWN_OUTCOME}. It waits at most
 * ten seconds at a time; a longer wait is handed up in the exception.
 */
public final class CrmHttp {

    private static final Logger LOG = LoggerFactory.getLogger(CrmHttp.class);
    private static final Duration BREAK = Duration.ofSeconds(30);

    private final String crm;
    private final Wire wire;
    private final InstantSource clock;
    private final Login login;
    private final FailureReader failures;
    private final Pacer pacer;
    private final Retries retries;
    private final CircuitBreaker breaker;

    /** @param crm the CRM's name for sentences and logs */
    public CrmHttp(
            OkHttpClient client,
            Surroundings surroundings,
            Login login,
            FailureReader failures,
            Pacer pacer,
            String crm) {
        this.crm = crm;
        this.clock = surroundings.clock();
        this.wire = new Wire(client, clock);
        this.login = login;
        this.failures = failures;
        this.pacer = pacer;
        this.retries = new Retries(surroundings);
        this.breaker = CircuitBreaker.of(
                crm,
                CircuitBreakerConfig.custom()
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .currentTimestampFunction(c -> c.millis(), TimeUnit.MILLISECONDS)
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(20)
                        .failureRateThreshold(80)
                        .waitDurationInOpenState(BREAK)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }

    /** A client with timeouts that suit CRMs. */
    public static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(110))
                .writeTimeout(Duration.ofSeconds(30))
                // let go before a server does: what is sent on a connection that it has just closed is lost
                .connectionPool(new ConnectionPool(32, 20, TimeUnit.SECONDS))
                .build();
    }

    /**
     * The answer: a success, or one of the statuses that the ask names.
     *
     * @throws CrmException if the call failed for good
     */
    public HttpAnswer send(HttpAsk ask) {
        try {
            return sendUntilAnswered(ask);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CrmException(FailureKind.UNREACHABLE, "the call to " + crm + " was ended before it was sent");
        }
    }

    private HttpAnswer sendUntilAnswered(HttpAsk ask) throws InterruptedException {
        boolean renewed = false;
        int attempt = 1;
        while (true) {
            Pass pass = login.pass();
            try {
                return sendOnce(ask, pass);
            } catch (CrmException e) {
                Reaction reaction = e.kind().reaction();
                if (reaction == Reaction.RENEW_LOGIN) {
                    if (renewed) {
                        throw new CrmException(
                                FailureKind.WRONG_CREDENTIALS, "a fresh login is refused too: " + e.getMessage());
                    }
                    renewed = true;
                    login.renew(pass);
                } else if (reaction == Reaction.RETRY_CALL) {
                    retries.await(e, attempt++);
                } else {
                    throw e;
                }
            }
        }
    }

    private HttpAnswer sendOnce(HttpAsk ask, Pass pass) throws InterruptedException {
        Pacer.Leave leave = pacer.start(ask.bucket(), ask.lane());
        if (!breaker.tryAcquirePermission()) {
            leave.ended();
            throw new CrmException(
                    FailureKind.UNREACHABLE, crm + " has not answered for a while; calls rest", Optional.of(BREAK));
        }
        long start = clock.millis();
        try {
            HttpAnswer answer = wire.exchange(ask, pass);
            LOG.debug("{} {} {} {} ms", crm, ask, answer, clock.millis() - start);
            pacer.learn(ask.bucket(), answer);
            return judge(ask, answer);
        } catch (IOException e) {
            LOG.debug("{} {} failed after {} ms: {}", crm, ask, clock.millis() - start, e.getClass());
            throw told(ask, silence(e), !isBeforeSending(e));
        } finally {
            leave.ended();
        }
    }

    private HttpAnswer judge(HttpAsk ask, HttpAnswer answer) {
        if (answer.isSuccess() || ask.answered().contains(answer.status())) {
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            return answer;
        }
        CrmException failure = failures.read(answer);
        pacer.hold(ask.bucket(), failure);
        throw told(ask, failure, answer.status() >= 500);
    }

    /** Counts a failure, and tells it as what it means for this ask. */
    private CrmException told(HttpAsk ask, CrmException failure, boolean maybeDone) {
        if (failure.kind() != FailureKind.UNREACHABLE) {
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            return failure;
        }
        breaker.onError(0, TimeUnit.MILLISECONDS, failure);
        return maybeDone && !ask.repeatable()
                ? new CrmException(
                        FailureKind.UNKNOWN_OUTCOME, failure.getMessage() + "; it may have carried out the call")
                : failure;
    }

    private CrmException silence(IOException e) {
        String what = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        return new CrmException(
                FailureKind.UNREACHABLE,
                crm + " does not answer (" + what + "): check the network, and the address in the configuration");
    }

    /** A connect timeout looks like any other timeout, so it counts as sent. */
    private static boolean isBeforeSending(IOException e) {
        return e instanceof ConnectException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException
                || e instanceof SSLHandshakeException;
    }
}
