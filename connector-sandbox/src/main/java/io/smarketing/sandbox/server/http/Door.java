package io.smarketing.sandbox.server.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.server.http.Observer.Moment;
import io.smarketing.sandbox.server.http.Observer.Request;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The way of a request through one server: faults, then the CRM, then the answer after the latency. */
public final class Door implements ResponseDefinitionTransformerV2, ServeEventListener, MappingsLoaderExtension {

    private static final String NAME = "sandbox";
    private static final int LAST = 1_000;

    private final Pretended pretended;
    private final Faults faults;
    private final Traffic traffic;
    private final Map<UUID, Request> inFlight = new ConcurrentHashMap<>();

    public Door(Pretended pretended, Traffic traffic) {
        this.pretended = pretended;
        this.faults = pretended.faults();
        this.traffic = traffic;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    /** Loaded at start and at every reset of the stubs; stubs that a user adds stand before it. */
    @Override
    public void loadMappingsInto(StubMappings stubs) {
        stubs.addMapping(any(anyUrl())
                .atPriority(LAST)
                .willReturn(aResponse().withTransformers(NAME))
                .withServeEventListener(NAME, Parameters.empty())
                .build());
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        long arrived = System.nanoTime();
        long number = traffic.arrive();
        Ask ask = Asks.of(event.getRequest());
        boolean write = Writes.is(ask);
        Optional<Answer> answer =
                write && faults.take(Faults.RESET_BEFORE_WRITE) ? Optional.empty() : answer(ask, write);
        int status = answer.map(Answer::status).orElse(0);
        Request request = new Request(number, pretended.name(), ask, status, write);
        inFlight.put(event.getId(), request);
        traffic.see(Moment.BEFORE_ANSWER, request);
        Duration left = faults.latency().minusNanos(System.nanoTime() - arrived);
        ResponseDefinitionBuilder response =
                answer.map(Door::response).orElseGet(() -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        return response.withFixedDelay(Math.max(0, (int) left.toMillis())).build();
    }

    @Override
    public void afterComplete(ServeEvent event, Parameters parameters) {
        Optional.ofNullable(inFlight.remove(event.getId()))
                .ifPresent(request -> traffic.see(Moment.AFTER_ANSWER, request));
    }

    /** Empty if the connection is to be reset. */
    private Optional<Answer> answer(Ask ask, boolean write) {
        Optional<Answer> faulty = instead();
        if (faulty.isPresent()) {
            pretended.counts().faulty();
            return faulty;
        }
        Answer answer = pretended.crm().handle(ask);
        pretended.counts().answered(answer);
        boolean applied = write && answer.status() < 300;
        if (applied) {
            traffic.wrote();
        }
        return applied && faults.take(Faults.RESET_AFTER_WRITE) ? Optional.empty() : Optional.of(answer);
    }

    private Optional<Answer> instead() {
        FaultyAnswers answers =
                pretended.name().equals(Pretended.HUBSPOT) ? FaultyAnswers.HUBSPOT : FaultyAnswers.SALESFORCE;
        if (faults.take(Faults.BURST_429)) {
            return Optional.of(answers.tooMany());
        }
        if (faults.take(Faults.BURST_503)) {
            return Optional.of(answers.unavailable());
        }
        return faults.take(Faults.HTML_502) ? Optional.of(answers.badGateway()) : Optional.empty();
    }

    private static ResponseDefinitionBuilder response(Answer answer) {
        ResponseDefinitionBuilder response =
                aResponse().withStatus(answer.status()).withBody(answer.body());
        answer.headers().forEach(response::withHeader);
        return response;
    }
}
