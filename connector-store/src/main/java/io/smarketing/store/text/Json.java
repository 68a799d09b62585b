package io.smarketing.store.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smarketing.store.file.Damage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** JSON as the store reads it, and lists of texts. */
public final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Damage(e);
        }
    }

    /** The document to be read from front to back, which takes half as long as making a tree of it. */
    static <T> T read(byte[] json, Reading<T> reading) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return read(parser, reading);
        } catch (IOException e) {
            throw new Damage(e);
        }
    }

    /** The same of a part of a tree. */
    static <T> T read(JsonNode tree, Reading<T> reading) {
        try (JsonParser parser = tree.traverse(MAPPER)) {
            return read(parser, reading);
        } catch (IOException e) {
            throw new Damage(e);
        }
    }

    private static <T> T read(JsonParser parser, Reading<T> reading) throws IOException {
        try {
            parser.nextToken();
            return reading.from(parser);
        } catch (RuntimeException e) {
            // what we write we can read: whatever stands there now was not written by us
            throw new Damage(e);
        }
    }

    /** What is read, beginning with the token at which the parser stands. */
    @FunctionalInterface
    interface Reading<T> {
        T from(JsonParser json) throws IOException;
    }

    /** Texts as an array. */
    public static String list(Collection<String> texts) {
        JsonText json = new JsonText().array();
        texts.forEach(json::text);
        return json.endArray().toString();
    }

    /** The texts of such an array. */
    public static List<String> list(String json) {
        List<String> texts = new ArrayList<>();
        read(json).forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
