package io.smarketing.sandbox.portal.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.portal.schema.BadValue;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.schema.Trait;
import io.smarketing.sandbox.portal.schema.ValueType;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.Edit;
import io.smarketing.sandbox.portal.store.Owner;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The look at every property of a write: does it exist, may it be written, is the value one of its type. */
record Checks(Crm crm) {

    /** All values in stored form; if any is at fault, a 400 that names all that are. */
    Checked check(Schema schema, Map<String, String> sent, Edit edit, Origin origin) {
        Map<Property, String> values = new LinkedHashMap<>();
        List<ObjectNode> warnings = new ArrayList<>();
        ArrayNode problems = Json.array();
        sent.forEach((name, raw) -> {
            Optional<Property> found = schema.find(name);
            if (found.isEmpty()) {
                problem(problems, name, "PROPERTY_DOESNT_EXIST", "Property \"" + name + "\" does not exist");
            } else if (origin.inside() && found.get().slot() <= Schema.MODIFIED) {
                return;
            } else if (readOnly(found.get(), origin)) {
                problem(
                        problems,
                        name,
                        "READ_ONLY_VALUE",
                        "\"" + name + "\" is a read only property; its value cannot be set.");
            } else {
                try {
                    String normal = normal(found.get(), raw, edit, origin);
                    refuseTooLong(found.get(), normal, origin);
                    values.put(found.get(), normal);
                    warn(warnings, found.get(), raw, normal, origin);
                } catch (BadValue e) {
                    problem(problems, name, e.code(), e.sentence());
                }
            }
        });
        if (!problems.isEmpty()) {
            throw refusal(problems);
        }
        return new Checked(values, warnings);
    }

    private boolean readOnly(Property property, Origin origin) {
        boolean excused = property.slot() == Schema.CREATED && crm.quirks().on(Quirks.CREATEDATE_WRITABLE);
        return property.is(Trait.READ_ONLY) && !origin.inside() && !excused;
    }

    private String normal(Property property, String raw, Edit edit, Origin origin) throws BadValue {
        if (property.is(Trait.OWNER)) {
            return owner(property, raw, origin);
        }
        // a file may hold what only the vendor writes: addresses, ids and sources that are no options
        if (origin.inside() && property.is(Trait.READ_ONLY) && property.type() == ValueType.ENUMERATION) {
            return raw.strip();
        }
        boolean lenient = origin.strict() || origin.inside();
        return crm.values().normal(property, raw, edit.at(property.slot()), lenient);
    }

    /** A validation rule of the portal's admin; under which code it refuses is not known. */
    private void refuseTooLong(Property property, String value, Origin origin) throws BadValue {
        for (String rule : origin.strict() ? crm.quirks().list(Quirks.LONGEST_VALUE) : List.<String>of()) {
            String[] part = rule.split(":");
            int most = part.length == 2 && part[1].matches("\\d{1,9}") ? Integer.parseInt(part[1]) : Integer.MAX_VALUE;
            if (part[0].equals(property.name()) && value.length() > most) {
                throw BadValue.tooLong(most);
            }
        }
    }

    private String owner(Property property, String raw, Origin origin) throws BadValue {
        String text = raw.strip();
        if (text.isEmpty()) {
            return "";
        }
        Optional<Owner> owner = origin.inside() && text.contains("@")
                ? crm.owners().byEmail(text)
                : text.matches("\\d{1,18}") ? crm.owners().find(Long.parseLong(text)) : Optional.empty();
        boolean away =
                owner.isPresent() && owner.get().archived() && crm.quirks().is(Quirks.INACTIVE_OWNER, "refused");
        if (owner.isEmpty() || away) {
            throw BadValue.option(property.name(), raw);
        }
        return Long.toString(owner.get().id());
    }

    private static void warn(List<ObjectNode> warnings, Property property, String raw, String normal, Origin origin) {
        boolean plain = raw.strip().length() == 10 || raw.isEmpty();
        if (!origin.strict() || property.type() != ValueType.DATE || plain || midnight(raw)) {
            return;
        }
        ObjectNode warning = Json.object().put("category", "PROPERTY_VALUE_NORMALIZED");
        warning.put("message", "The value of " + property.name() + " was brought to a date");
        ObjectNode context = warning.putObject("context");
        context.set("propertyName", Json.texts(List.of(property.name())));
        context.set("rawValue", Json.texts(List.of(raw)));
        context.set("normalizedValue", Json.texts(List.of(normal)));
        warnings.add(warning);
    }

    private static boolean midnight(String raw) {
        String text = raw.strip();
        return text.matches("-?\\d{1,15}") && Long.parseLong(text) % 86_400_000L == 0;
    }

    private static void problem(ArrayNode problems, String name, String code, String sentence) {
        ObjectNode problem = problems.addObject().put("isValid", false).put("message", sentence);
        problem.put("error", code).put("name", name);
    }

    /** The refusal of property values: the details stand as JSON inside the message, and once more in {@code errors}. */
    static Failure refusal(ArrayNode problems) {
        Failure failure = Failure.invalid("Property values were not valid: " + Json.write(problems));
        problems.forEach(each -> failure.error(
                Json.text(each, "message"),
                Json.text(each, "error"),
                "propertyName",
                List.of(Json.text(each, "name"))));
        return failure;
    }

    /** The refusal of one property. */
    static Failure refusal(String name, String code, String sentence) {
        ArrayNode problems = Json.array();
        problem(problems, name, code, sentence);
        return refusal(problems);
    }
}
