package io.smarketing.sandbox.org.schema;

import java.util.List;

/**
 * Where a reference field points.
 *
 * @param relationship the name by which SOQL follows it to the parent
 * @param targets the objects it may point to
 * @param children the name by which SOQL follows it from the parent, empty if it cannot
 */
public record Link(String relationship, List<String> targets, String children) {

    /** A field that points nowhere. */
    public static final Link NONE = new Link("", List.of(), "");

    public Link {
        targets = List.copyOf(targets);
    }
}
