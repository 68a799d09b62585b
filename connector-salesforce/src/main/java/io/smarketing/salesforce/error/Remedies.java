package io.smarketing.salesforce.error;

import io.smarketing.core.lead.FieldName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Salesforce's errors in words that name the thing and the remedy. Salesforce's own message often repeats the value, so
 * only an admin's own words (validation rules, automation) are passed on, shortened and without addresses.
 */
final class Remedies {

    private static final Pattern NO_COLUMN = Pattern.compile(
            "No such column '([\\w.]{1,80})' on (?:entity|sobject(?: of type)?) '?(\\w{1,80})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_OBJECT = Pattern.compile("sObject type '(\\w{1,80})'", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>'\"]+@[^\\s<>'\"]+");
    private static final int WORDS = 200;

    private Remedies() {}

    static String sentence(OrgError error) {
        return switch (error.code()) {
            case "INVALID_FIELD" -> noColumn(error);
            case "INVALID_TYPE" -> noObject(error);
            case "INVALID_FIELD_FOR_INSERT_UPDATE", "FIELD_NOT_UPDATABLE" ->
                "Salesforce does not let us write " + named(error) + ": grant the integration user edit access to it"
                        + " (permission set), or make it one-way in the mapping.";
            case "DUPLICATES_DETECTED" ->
                "A duplicate rule of Salesforce refuses the record: merge the duplicates, or relax the rule.";
            case "REQUEST_LIMIT_EXCEEDED" ->
                "Salesforce refuses more API calls for now: those of the last 24 hours are used up, or too many slow ones run"
                        + " at once.";
            case "STORAGE_LIMIT_EXCEEDED", "LIMIT_EXCEEDED" ->
                "The Salesforce org has reached a limit (" + error.code() + "): free storage or buy more.";
            case "INSUFFICIENT_ACCESS_OR_READONLY", "INSUFFICIENT_ACCESS", "TRANSFER_REQUIRES_READ" ->
                "The integration user may not write this record: give it access to the record or its owner's records.";
            case "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY" ->
                "The integration user may not use a record that this one refers to (its owner or account).";
            case "INVALID_SESSION_ID" ->
                "Salesforce does not accept the session (a policy of the app or the user's profile may forbid API"
                        + " access): check the app's policies and the user's 'API Enabled'.";
            default -> ofValue(error);
        };
    }

    private static String ofValue(OrgError error) {
        String field = error.field().map(f -> "the field " + f).orElse("a field");
        return switch (error.code()) {
            case "STRING_TOO_LONG" -> "The text is longer than " + field + " takes.";
            case "DUPLICATE_VALUE", "DUPLICATE_EXTERNAL_ID" ->
                "Another record holds the same value of " + field + ", which is unique: merge the two in Salesforce, or"
                        + " change the value of one.";
            case "INVALID_EMAIL_ADDRESS" -> "Salesforce does not accept the address in " + field + ".";
            case "NUMBER_OUTSIDE_VALID_RANGE" -> "The number is outside the range of " + field + ".";
            case "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST" ->
                "The value is no option of " + field + " (or not for this record type): add the option in Salesforce,"
                        + " or map the value.";
            case "REQUIRED_FIELD_MISSING" ->
                "Salesforce requires " + named(error) + ": map it, or give it a default in the mapping.";
            case "INACTIVE_OWNER_OR_USER" -> "The owner is not an active user in Salesforce.";
            case "FIELD_INTEGRITY_EXCEPTION" -> "Salesforce does not accept the value of " + field + ".";
            case "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                    "CANNOT_EXECUTE_FLOW_TRIGGER",
                    "FLOW_EXCEPTION",
                    "APEX_FAILED" ->
                "A rule of Salesforce refuses the record (" + error.code() + "): " + adminsWords(error.message());
            default ->
                "Salesforce says " + error.code()
                        + error.field().map(f -> " of the field " + f).orElse("") + ".";
        };
    }

    private static String named(OrgError error) {
        return error.fields().isEmpty() ? "a field" : "the field " + String.join(", ", error.fields());
    }

    private static String noColumn(OrgError error) {
        Optional<FieldName> unknown = error.unknownKey();
        if (unknown.isPresent()) {
            return OrgError.unknownKey(unknown.get());
        }
        Matcher found = NO_COLUMN.matcher(error.message());
        String field = found.find()
                ? "the field " + found.group(2) + "." + found.group(1)
                : error.field().map(FieldName::text).map(f -> "the field " + f).orElse("a field that we name");
        return "Salesforce does not show us " + field
                + ": grant the integration user read access to it (permission set),"
                + " or remove it from the mapping.";
    }

    private static String noObject(OrgError error) {
        Matcher found = NO_OBJECT.matcher(error.message());
        return "Salesforce does not show us "
                + (found.find() ? "the object " + found.group(1) : "an object that we name")
                + ": grant the integration user read access to it (permission set).";
    }

    private static String adminsWords(String message) {
        String words = ADDRESS.matcher(message).replaceAll("(address)").replaceAll("\\s+", " ");
        return words.length() > WORDS ? words.substring(0, WORDS) + "..." : words;
    }
}
