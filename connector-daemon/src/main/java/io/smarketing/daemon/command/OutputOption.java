package io.smarketing.daemon.command;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The option {@code --output}: results for a person, or one JSON object for a program. */
public final class OutputOption {

    /** A value that somebody typed may hold what a terminal obeys, also beyond ASCII. */
    private static final ObjectMapper JSON = JsonMapper.builder(new JsonFactoryBuilder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

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

    /** For a result that is too long to be held: it is written as it comes. Closing it leaves the writer open. */
    public static JsonGenerator generator(PrintWriter out) throws IOException {
        return JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
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
