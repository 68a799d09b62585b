package io.smarketing.store.text;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON as the store writes it: compact, and exact for every text, also for half an emoji that a CRM cut off. */
public final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Takes twice as long. */
    private static final JsonMapper ESCAPING = JsonMapper.builder(new JsonFactoryBuilder()
                    .characterEscapes(new HalfCharacters())
                    .build())
            .build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException("a document of the store is no JSON", e);
        }
    }

    static String write(JsonNode tree) {
        try {
            String json = MAPPER.writeValueAsString(tree);
            return json.chars().anyMatch(ch -> Character.isSurrogate((char) ch))
                    ? ESCAPING.writeValueAsString(tree)
                    : json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document of the store cannot be written", e);
        }
    }

    /** Texts as an array. */
    public static String list(Collection<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return write(array);
    }

    /** The texts of such an array. */
    public static List<String> list(String json) {
        List<String> texts = new ArrayList<>();
        read(json).forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    /** Escapes surrogates: alone they are no character, and UTF-8 would turn them into question marks. */
    private static final class HalfCharacters extends CharacterEscapes {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            return standardAsciiEscapesForJSON();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int ch) {
            return ch >= Character.MIN_SURROGATE && ch <= Character.MAX_SURROGATE
                    ? new SerializedString(String.format("\\u%04X", ch))
                    : null;
        }
    }
}
