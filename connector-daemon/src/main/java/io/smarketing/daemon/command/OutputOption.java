package io.smarketing.daemon.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The option {@code --output}: results for a person, or one JSON object for a program. */
public final class OutputOption {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The forms that results can have. */
    enum Form {
        text,
        json
    }

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text for a person (the default), json for one JSON object on standard output")
    private Form form = Form.text;

    public boolean isJson() {
        return form == Form.json;
    }

    /** Prints records and maps as one line of JSON. */
    public static void print(Object result, PrintWriter out) {
        try {
            out.println(JSON.writeValueAsString(result));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result of ours cannot be written as JSON", e);
        }
    }
}
