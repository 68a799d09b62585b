package io.smarketing.hubspot.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be told from one of HubSpot's errors, of a call or of a row. Every part of an error is optional, and its
 * message may quote personal values: so only codes, names and ids are kept of it.
 *
 * @param category HubSpot's own word, blank if it gives none
 * @param codes error codes, from the list of errors and from JSON nested in the message
 * @param properties the properties it names
 * @param scopes the scopes that are missing
 * @param ids the rows it names by id
 * @param traces the rows it names by our trace id
 * @param existing the id of the contact that stands in the way
 */
public record ErrorBody(
        String category,
        Set<String> codes,
        Set<String> properties,
        Set<String> scopes,
        Set<String> ids,
        Set<String> traces,
        Optional<String> existing) {

    private static final Pattern EXISTING = Pattern.compile("Existing ID:\\s*(\\d+)");
    private static final Pattern NESTED = Pattern.compile("\\[\\s*\\{.*}\\s*]", Pattern.DOTALL);
    /** A message may quote a value that looks like an error: only what looks like a code or a name is kept. */
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_.]*");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.-]*");
    private static final Pattern ANY = Pattern.compile(".+");
    private static final ObjectMapper JSON = new ObjectMapper();

    public static ErrorBody of(JsonNode error) {
        List<JsonNode> all = new ArrayList<>();
        all.add(error);
        error.path("errors").forEach(all::add);
        String message = error.path("message").asText("");
        for (JsonNode nested : nested(message)) {
            all.add(nested);
        }
        Matcher existing = EXISTING.matcher(message);
        return new ErrorBody(
                error.path("category").asText(""),
                texts(all, CODE, "/code", "/error"),
                texts(all, NAME, "/context/propertyName", "/name"),
                texts(all, NAME, "/context/requiredGranularScopes", "/context/requiredScopes"),
                texts(all, ANY, "/context/ids", "/context/id"),
                texts(all, ANY, "/context/objectWriteTraceId"),
                existing.find() ? Optional.of(existing.group(1)) : Optional.empty());
    }

    /** For people: category, codes and property names, never a message. */
    public String words() {
        List<String> words = new ArrayList<>();
        if (!category.isEmpty()) {
            words.add(category);
        }
        words.addAll(codes);
        properties.forEach(p -> words.add("property " + p));
        return words.isEmpty() ? "no reason given" : String.join(", ", words);
    }

    private static Set<String> texts(List<JsonNode> nodes, Pattern form, String... pointers) {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode node : nodes) {
            for (String pointer : pointers) {
                JsonNode found = node.at(pointer);
                if (found.isValueNode() && !found.isNull()) {
                    texts.add(found.asText());
                }
                found.forEach(one -> texts.add(one.asText()));
            }
        }
        texts.removeIf(text -> !form.matcher(text).matches());
        return texts;
    }

    private static JsonNode nested(String message) {
        Matcher json = NESTED.matcher(message);
        try {
            return JSON.readTree(json.find() ? json.group() : "[]");
        } catch (JsonProcessingException e) {
            return JSON.createArrayNode();
        }
    }
}
