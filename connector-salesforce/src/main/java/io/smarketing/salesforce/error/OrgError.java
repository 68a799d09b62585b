package io.smarketing.salesforce.error;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.lead.FieldName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One error as Salesforce words it, of a call ({@code errorCode}) or of a row ({@code statusCode}). Its message may
 * hold a person's values, so it is shown only through {@link #sentence()}.
 */
public record OrgError(String code, String message, List<String> fields) {

    private static final Pattern UNKNOWN_KEY =
            Pattern.compile("(?s)^Foreign key external ID: .* not found for field (\\w{1,80}) in entity (\\w{1,80})");

    private static final Pattern DUPLICATED =
            Pattern.compile("^duplicate value found: (\\w{1,80}) duplicates value on");

    public OrgError {
        fields = List.copyOf(fields);
    }

    /** All errors of a body: an array of errors, or one OAuth error object; empty if it is neither. */
    public static List<OrgError> in(JsonNode body) {
        List<OrgError> errors = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(e -> read(e).ifPresent(errors::add));
        } else if (body.isObject()) {
            read(body).ifPresent(errors::add);
        }
        return errors;
    }

    private static Optional<OrgError> read(JsonNode e) {
        String code = first(e, "errorCode", "statusCode", "error");
        List<String> fields = new ArrayList<>();
        e.path("fields").forEach(f -> fields.add(f.asText()));
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(new OrgError(code, first(e, "message", "error_description"), fields));
    }

    private static String first(JsonNode node, String... names) {
        for (String name : names) {
            if (node.path(name).isTextual()) {
                return node.path(name).asText();
            }
        }
        return "";
    }

    /** What to say of a place that holds a key which no record has. */
    public static String unknownKey(FieldName place) {
        return "No record in Salesforce has the key that " + place + " is to lead to: it is deleted, or was not brought"
                + " there yet.";
    }

    /** What it means to us as the error of a row; a code that we do not know is a rule of the org's own. */
    public FailureKind kind() {
        return ErrorTable.kind(this).orElse(FailureKind.REFUSED_BY_RULE);
    }

    /** The first field it names. */
    public Optional<FieldName> field() {
        return fields.stream()
                .filter(f -> !f.isBlank())
                .findFirst()
                .map(FieldName::of)
                .or(this::unknownKey)
                .or(this::duplicated);
    }

    /** The field whose value another record holds: it stands in the message only. */
    private Optional<FieldName> duplicated() {
        Matcher found = DUPLICATED.matcher(message);
        return found.find() ? Optional.of(FieldName.of(found.group(1))) : Optional.empty();
    }

    /** The place whose value is no external id of the record that it is to lead to, if that is what is wrong. */
    Optional<FieldName> unknownKey() {
        Matcher found = UNKNOWN_KEY.matcher(message);
        return found.find() ? Optional.of(FieldName.of(found.group(2) + "." + found.group(1))) : Optional.empty();
    }

    /** What happened and what to do about it, for people, without the value. */
    public String sentence() {
        return Remedies.sentence(this);
    }

    /** The sentences of several errors as one. */
    public static String sentence(List<OrgError> errors) {
        return errors.stream().map(OrgError::sentence).distinct().collect(Collectors.joining(" "));
    }
}
