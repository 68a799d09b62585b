package io.smarketing.sandbox.data;

import io.smarketing.sandbox.kernel.Insider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The fields that an admin would add before an import: a text field for each column that its CRM does not know, and for
 * columns about people a field of like name in the other CRM.
 */
final class CustomFields {

    private static final String SUFFIX = "__c";

    private final Crms crms;
    private final Set<CustomColumn> people = new LinkedHashSet<>();
    private final Map<String, String> fields = new HashMap<>();

    CustomFields(Crms crms) {
        this.crms = crms;
    }

    /** Pairs found so far, in the order of the columns. */
    List<CustomColumn> people() {
        return List.copyOf(people);
    }

    /** Adds what a file of HubSpot needs. */
    void hubspot(String object, List<String> columns) {
        Set<String> known = crms.hubspot().fields(object);
        for (String column : unknown(columns, known)) {
            if (object.equals("contacts")) {
                add(new CustomColumn(column.toLowerCase(Locale.ROOT), salesforceName(column)));
            } else {
                crms.hubspot().addTextField(object, column);
            }
        }
    }

    /** Adds what a file of Salesforce needs. */
    void salesforce(String object, List<String> columns) {
        for (String column : unknown(columns, crms.salesforce().fields(object))) {
            String field = customName(column);
            if (object.equals("Lead") || object.equals("Contact")) {
                add(new CustomColumn(hubspotName(field), field));
            } else {
                crms.salesforce().addTextField(object, field);
            }
        }
    }

    /** The field that a column of a Salesforce file fills: a custom field's name always ends in {@code __c}. */
    String salesforceField(String object, String column) {
        return fields.computeIfAbsent(
                object + "." + column,
                any -> isPlain(column, crms.salesforce().fields(object)) ? column : customName(column));
    }

    private void add(CustomColumn column) {
        if (people.stream().noneMatch(c -> c.salesforce().equalsIgnoreCase(column.salesforce()))) {
            people.add(column);
            crms.hubspot().addTextField("contacts", column.hubspot());
            crms.salesforce().addTextField("Lead", column.salesforce());
            crms.salesforce().addTextField("Contact", column.salesforce());
        }
    }

    private static List<String> unknown(List<String> columns, Set<String> known) {
        List<String> unknown = new ArrayList<>(columns);
        unknown.removeIf(column -> isPlain(column, known));
        return unknown;
    }

    /** Id and a path such as Owner.Email are no fields of their own. */
    private static boolean isPlain(String column, Set<String> known) {
        return column.equalsIgnoreCase("id")
                || column.contains(".")
                || known.contains(column)
                || known.stream().anyMatch(column::equalsIgnoreCase);
    }

    private static String customName(String column) {
        return column.endsWith(SUFFIX) ? column : column + SUFFIX;
    }

    private static String salesforceName(String property) {
        StringBuilder name = new StringBuilder();
        for (String word : property.split("_+")) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? "" : "_")
                        .append(Character.toUpperCase(word.charAt(0)))
                        .append(word.substring(1));
            }
        }
        return name + SUFFIX;
    }

    /** A name that HubSpot gives to a property of its own gets an ending, so that the two stay apart. */
    private String hubspotName(String field) {
        String name = field.substring(0, field.length() - SUFFIX.length()).toLowerCase(Locale.ROOT);
        Insider hubspot = crms.hubspot();
        boolean ours = people.stream().anyMatch(c -> c.hubspot().equals(name));
        return hubspot.fields("contacts").contains(name) && !ours ? name + "_c" : name;
    }
}
