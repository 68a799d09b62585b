package io.smarketing.sandbox.server;

import static com.github.tomakehurst.wiremock.http.RequestMethod.GET;
import static com.github.tomakehurst.wiremock.http.RequestMethod.POST;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.admin.AdminTask;
import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.smarketing.sandbox.kernel.SandboxProblem;
import io.smarketing.sandbox.server.http.Faults;
import java.time.DateTimeException;
import java.util.Map;

/** The sandbox's own endpoints below {@code /__admin/sandbox/}, the same on both ports but for the faults. */
final class Endpoints implements AdminApiExtension {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Controls controls;
    private final Faults faults;

    Endpoints(Controls controls, Faults faults) {
        this.controls = controls;
        this.faults = faults;
    }

    @Override
    public String getName() {
        return "sandbox-endpoints";
    }

    /** One template for all: WireMock takes two tasks of one class for the same. */
    @Override
    public void contributeAdminApiRoutes(Router router) {
        router.add(GET, "/sandbox/{what}", task());
        router.add(POST, "/sandbox/{what}", task());
    }

    private AdminTask task() {
        return (admin, event, parameters) -> answer(
                event.getRequest().getMethod() + " " + parameters.get("what"),
                event.getRequest().getBodyAsString());
    }

    private ResponseDefinition answer(String what, String body) {
        try {
            return json(200, answer(what, read(body)));
        } catch (NoSuchRecord e) {
            return json(404, error(e));
        } catch (SandboxProblem | DateTimeException | IllegalArgumentException e) {
            return json(400, error(e));
        }
    }

    private JsonNode answer(String what, JsonNode body) {
        return switch (what) {
            case "GET clock" -> controls.clock();
            case "POST clock" -> controls.advance(body);
            case "GET replay" -> controls.replay();
            case "POST replay" -> controls.startReplay();
            case "GET faults" -> faults();
            case "POST faults" -> setFaults(body);
            case "POST convert" -> controls.convert(body);
            case "GET stats" -> controls.stats();
            default -> throw new NoSuchRecord("the sandbox has clock, replay, faults, convert and stats; not " + what);
        };
    }

    private JsonNode faults() {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("on", JSON.valueToTree(faults.on()));
        ObjectNode known = answer.putObject("known");
        faults.known().values().forEach(s -> known.put(s.name(), s.sentence()));
        return answer;
    }

    private JsonNode setFaults(JsonNode body) {
        Map<String, String> on = faults.on();
        try {
            body.properties().forEach(f -> faults.set(f.getKey(), f.getValue().asText()));
        } catch (SandboxProblem e) {
            restore(on);
            throw e;
        }
        return faults();
    }

    /** Either all of a request's switches are set or none. */
    private void restore(Map<String, String> before) {
        faults.on().keySet().forEach(name -> faults.set(name, "off"));
        before.forEach(faults::set);
    }

    private static JsonNode read(String body) {
        try {
            JsonNode json = body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
            if (!json.isObject()) {
                throw new SandboxProblem("the body is not a JSON object");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new SandboxProblem("the body is not JSON", e);
        }
    }

    private static JsonNode error(RuntimeException e) {
        return JSON.createObjectNode().put("error", String.valueOf(e.getMessage()));
    }

    private static ResponseDefinition json(int status, JsonNode body) {
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body.toString())
                .build();
    }
}
