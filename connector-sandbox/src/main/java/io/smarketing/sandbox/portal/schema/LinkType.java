package io.smarketing.sandbox.portal.schema;

import static io.smarketing.sandbox.portal.schema.ObjectType.CALLS;
import static io.smarketing.sandbox.portal.schema.ObjectType.COMMUNICATIONS;
import static io.smarketing.sandbox.portal.schema.ObjectType.COMPANIES;
import static io.smarketing.sandbox.portal.schema.ObjectType.CONTACTS;
import static io.smarketing.sandbox.portal.schema.ObjectType.DEALS;
import static io.smarketing.sandbox.portal.schema.ObjectType.EMAILS;
import static io.smarketing.sandbox.portal.schema.ObjectType.MEETINGS;
import static io.smarketing.sandbox.portal.schema.ObjectType.NOTES;
import static io.smarketing.sandbox.portal.schema.ObjectType.TASKS;

import java.util.List;
import java.util.Optional;

/** One association type of the vendor's in one direction, with its number in the other; the default one has no label. */
public record LinkType(ObjectType from, ObjectType to, int number, int inverse, String label) {

    private static final List<LinkType> ALL = List.of(
            new LinkType(CONTACTS, COMPANIES, 279, 280, ""),
            new LinkType(CONTACTS, COMPANIES, 1, 2, "Primary"),
            new LinkType(CONTACTS, DEALS, 4, 3, ""),
            new LinkType(DEALS, COMPANIES, 341, 342, ""),
            new LinkType(DEALS, COMPANIES, 5, 6, "Primary"),
            new LinkType(NOTES, CONTACTS, 202, 201, ""),
            new LinkType(NOTES, COMPANIES, 190, 189, ""),
            new LinkType(NOTES, DEALS, 214, 213, ""),
            new LinkType(TASKS, CONTACTS, 204, 203, ""),
            new LinkType(TASKS, COMPANIES, 192, 191, ""),
            new LinkType(TASKS, DEALS, 216, 215, ""),
            new LinkType(CALLS, CONTACTS, 194, 193, ""),
            new LinkType(EMAILS, CONTACTS, 198, 197, ""),
            new LinkType(MEETINGS, CONTACTS, 200, 199, ""),
            new LinkType(COMMUNICATIONS, CONTACTS, 81, 82, ""));

    /** The same type as the other end sees it. */
    public LinkType seenFromTo() {
        return new LinkType(to, from, inverse, number, label);
    }

    public boolean primary() {
        return label.equals("Primary");
    }

    /** The types from one object to another, unlabelled first. */
    public static List<LinkType> between(ObjectType from, ObjectType to) {
        return ALL.stream()
                .map(each -> each.from() == from ? each : each.seenFromTo())
                .filter(each -> each.from() == from && each.to() == to)
                .toList();
    }

    public static Optional<LinkType> find(ObjectType from, ObjectType to, int number) {
        return between(from, to).stream()
                .filter(each -> each.number() == number)
                .findFirst();
    }

    /** The type of that number which starts at that object, whatever it leads to. */
    public static Optional<LinkType> numbered(ObjectType from, int number) {
        return List.of(ObjectType.values()).stream()
                .flatMap(to -> find(from, to, number).stream())
                .findFirst();
    }
}
