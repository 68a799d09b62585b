package io.smarketing.http.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.alert.Alert;
import io.smarketing.core.alert.Channel;
import io.smarketing.core.alert.Message;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.sla.terms.Recipient.Way;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The webhook: messages as JSON, signed, to whatever listens at one address. */
public final class Webhook implements Channel {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int TOO_LONG = 413;

    /** Whoever answers so has understood the message, and will not take it. */
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 410, TOO_LONG, 415, 422);

    private final OkHttpClient client = new OkHttpClient.Builder()
            .connectTimeout(PATIENCE)
            .callTimeout(PATIENCE.multipliedBy(2))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final URI url;
    private final Signature signature;
    private final InstantSource clock;

    /** @param secret signs what is sent; whoever listens has it too */
    public Webhook(URI url, Secret secret, InstantSource clock) {
        this.url = url;
        this.signature = new Signature(secret);
        this.clock = clock;
    }

    @Override
    public Way way() {
        return Way.WEBHOOK;
    }

    @Override
    public Receipt send(Message message) {
        byte[] body = json(message);
        long at = clock.instant().getEpochSecond();
        Request request = new Request.Builder()
                .url(url.toString())
                .header("Idempotency-Key", message.id())
                .header("Smarketing-Timestamp", Long.toString(at))
                .header("Smarketing-Signature", signature.of(at, body))
                .post(RequestBody.create(body, JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            boolean inHalves = response.code() == TOO_LONG && message.alerts().size() > 1;
            return inHalves ? sendHalves(message) : read(response.code());
        } catch (IOException e) {
            return Receipt.failed(
                    FailureKind.UNREACHABLE,
                    "the webhook does not answer (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Under names that come of what they hold: where the second fails, both are sent again, and the first is known. */
    private Receipt sendHalves(Message message) {
        int half = message.alerts().size() / 2;
        Receipt first = send(part(message, 0, half));
        return first.failure().isPresent()
                ? first
                : send(part(message, half, message.alerts().size()));
    }

    private static Message part(Message whole, int from, int to) {
        List<Alert> alerts = whole.alerts().subList(from, to);
        return new Message(
                Message.idOf(whole.to(), alerts.stream().map(Alert::event).toList()), whole.to(), alerts);
    }

    private static Receipt read(int status) {
        if (status >= 200 && status < 300) {
            return Receipt.POSTED;
        }
        FailureKind kind = REFUSALS.contains(status) ? FailureKind.REFUSED_BY_RULE : FailureKind.UNREACHABLE;
        return Receipt.failed(kind, "the webhook answers " + status);
    }

    private byte[] json(Message message) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("id", message.id());
        ArrayNode alerts = root.putArray("alerts");
        message.alerts().forEach(alert -> {
            ObjectNode one = alerts.addObject();
            one.put("event", alert.event());
            one.put("title", alert.title());
            one.put("at", alert.at().toString());
            ObjectNode facts = one.putObject("facts");
            alert.facts().forEach(facts::put);
        });
        try {
            return mapper.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }
}
