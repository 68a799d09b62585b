package io.smarketing.daemon.command.sandbox;

import io.smarketing.core.crm.record.Subject;
import io.smarketing.daemon.config.yaml.MapNode;
import io.smarketing.daemon.config.yaml.Node;
import io.smarketing.daemon.config.yaml.TextNode;
import io.smarketing.sandbox.kernel.Insider;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which fields the two pretended CRMs have, or will have once the product's own are made, and which subjects. */
record Existing(Insider portal, Insider org) {

    private static final Map<Subject, String> PORTAL =
            Map.of(Subject.COMPANIES, "companies", Subject.PEOPLE, "contacts", Subject.DEALS, "deals");
    private static final Map<Subject, List<String>> ORG = Map.of(
            Subject.COMPANIES, List.of("Account"),
            Subject.PEOPLE, List.of("Lead", "Contact"),
            Subject.DEALS, List.of("Opportunity"));

    /** True if either of them holds some. */
    boolean holds(Subject subject) {
        return portal.count(portalObject(subject)) > 0
                || orgObjects(subject).stream().anyMatch(object -> org.count(object) > 0);
    }

    /** True if every place of a mapped field is there. */
    boolean hasAll(Subject subject, MapNode field) {
        return field.entries().stream().allMatch(e -> has(subject, e));
    }

    private boolean has(Subject subject, MapNode.Entry entry) {
        return switch (entry.key().text()) {
            case "hubspot" -> entry.value() instanceof TextNode name && hubspot(portalObject(subject), name.text());
            case "salesforce" -> salesforce(subject, entry.value());
            default -> true;
        };
    }

    private static String portalObject(Subject subject) {
        return PORTAL.getOrDefault(subject, "");
    }

    private static List<String> orgObjects(Subject subject) {
        return ORG.getOrDefault(subject, List.of());
    }

    private boolean hubspot(String object, String field) {
        if (isLink(field)) {
            return holds(field.startsWith("company.") ? Subject.COMPANIES : Subject.PEOPLE);
        }
        return isOurs(field) || portal.fields(object).contains(field);
    }

    private boolean salesforce(Subject subject, Node place) {
        if (place instanceof TextNode name) {
            return orgObjects(subject).stream().allMatch(type -> salesforce(type, name.text()));
        }
        return place instanceof MapNode types
                && types.entries().stream()
                        .allMatch(e -> e.value() instanceof TextNode name
                                && salesforce(e.key().text(), name.text()));
    }

    /** A path such as {@code Account.Name} is a field of the object that its first word names. */
    boolean salesforce(String object, String field) {
        int dot = field.indexOf('.');
        if (isOurs(field) || isLink(field)) {
            return true;
        }
        return dot < 0
                ? org.fields(object).contains(field)
                : org.fields(field.substring(0, dot)).contains(field.substring(dot + 1));
    }

    /** Our key on another record. */
    private static boolean isLink(String field) {
        return field.contains(".") && isOurs(field.substring(field.lastIndexOf('.') + 1));
    }

    private static boolean isOurs(String field) {
        return field.toLowerCase(Locale.ROOT).startsWith("smarketing_");
    }
}
