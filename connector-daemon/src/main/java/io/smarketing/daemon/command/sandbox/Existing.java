package io.smarketing.daemon.command.sandbox;

import io.smarketing.daemon.config.yaml.MapNode;
import io.smarketing.daemon.config.yaml.Node;
import io.smarketing.daemon.config.yaml.TextNode;
import io.smarketing.sandbox.kernel.Insider;
import java.util.List;
import java.util.Locale;

/** Which fields the two pretended CRMs have, or will have once the product's own are made. */
record Existing(Insider portal, Insider org) {

    private static final List<String> SALESFORCE_PEOPLE = List.of("Lead", "Contact");

    /** True if every place of a mapped field is there. */
    boolean hasAll(MapNode field) {
        return field.entries().stream().allMatch(this::has);
    }

    private boolean has(MapNode.Entry entry) {
        return switch (entry.key().text()) {
            case "hubspot" -> entry.value() instanceof TextNode name && hubspot(name.text());
            case "salesforce" -> salesforce(entry.value());
            default -> true;
        };
    }

    boolean hubspot(String field) {
        return isOurs(field) || portal.fields("contacts").contains(field);
    }

    private boolean salesforce(Node place) {
        if (place instanceof TextNode name) {
            return SALESFORCE_PEOPLE.stream().allMatch(type -> salesforce(type, name.text()));
        }
        return place instanceof MapNode types
                && types.entries().stream()
                        .allMatch(e -> e.value() instanceof TextNode name
                                && salesforce(e.key().text(), name.text()));
    }

    /** A path such as {@code Account.Name} is a field of the object that its first word names. */
    boolean salesforce(String object, String field) {
        int dot = field.indexOf('.');
        if (isOurs(field)) {
            return true;
        }
        return dot < 0
                ? org.fields(object).contains(field)
                : org.fields(field.substring(0, dot)).contains(field.substring(dot + 1));
    }

    private static boolean isOurs(String field) {
        return field.toLowerCase(Locale.ROOT).startsWith("smarketing_");
    }
}
