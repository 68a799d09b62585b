package io.smarketing.sandbox.portal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Ask;
import java.util.ArrayList;
import java.util.List;

/** One admitted request: where it goes, who calls, and what it carries. */
public record Call(Ask ask, Route route, Caller caller) {

    public String method() {
        return ask.method();
    }

    public Version version() {
        return route.version();
    }

    public String at(int place) {
        return route.at(place);
    }

    public int size() {
        return route.rest().size();
    }

    /** The body as a JSON object; anything else is a 400. */
    public JsonNode body() {
        JsonNode body = Json.read(ask.body());
        if (!body.isObject()) {
            throw Failure.invalid("Invalid input JSON: an object is expected");
        }
        return body;
    }

    /** A query parameter's text, empty if it was not sent. */
    public String param(String name) {
        return ask.param(name).orElse("");
    }

    public boolean flag(String name) {
        return param(name).equals("true");
    }

    /** A whole number within its bounds; out of bounds is a 400 that names it. */
    public int number(String name, int fallback, int most) {
        String text = param(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw Failure.invalid("Invalid " + name + ": '" + text + "' is not a number");
        }
        throw Failure.invalid("Invalid " + name + ": " + text + " is not between 1 and " + most);
    }

    /** A list parameter, sent once with commas or several times. */
    public List<String> names(String name) {
        List<String> names = new ArrayList<>();
        for (String sent : ask.query().getOrDefault(name, List.of())) {
            for (String each : sent.split(",")) {
                if (!each.isBlank()) {
                    names.add(each.strip());
                }
            }
        }
        return names;
    }

    /** The 405 for a path that does not take this method. */
    public Failure notAllowed() {
        return Failure.of(405, "METHOD_NOT_ALLOWED", method() + " is not allowed on " + ask.path());
    }
}
