package io.smarketing.sandbox.portal.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.portal.wire.Failure;
import java.util.ArrayList;
import java.util.List;

/** The inputs of a batch call. */
public final class Inputs {

    private Inputs() {}

    /** At least one, at most so many; otherwise a 400. */
    public static List<JsonNode> of(JsonNode body, int most) {
        JsonNode inputs = body.path("inputs");
        if (!inputs.isArray()) {
            throw Failure.invalid("Invalid input JSON: inputs must be an array");
        }
        if (inputs.isEmpty() || inputs.size() > most) {
            throw Failure.invalid("A batch takes between 1 and " + most + " inputs, not " + inputs.size());
        }
        List<JsonNode> all = new ArrayList<>(inputs.size());
        inputs.forEach(all::add);
        return all;
    }
}
