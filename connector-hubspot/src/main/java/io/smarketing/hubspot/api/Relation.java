package io.smarketing.hubspot.api;

import io.smarketing.core.lead.FieldName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * A link between records, from which fields of the other record are told: {@code company.name} of a contact is the name
 * of its primary company. The place of the other record's key is the link itself: to write the key is to link.
 */
public enum Relation {
    CONTACT_COMPANY(ObjectType.CONTACT, "company", ObjectType.COMPANY, 1, 2, 279),
    DEAL_COMPANY(ObjectType.DEAL, "company", ObjectType.COMPANY, 5, 6, 341),
    /** A deal has many contacts: its places hold what each of them tells. */
    DEAL_CONTACTS(ObjectType.DEAL, "contacts", ObjectType.CONTACT, 3, 4, 3);

    private final ObjectType from;
    private final String word;
    private final ObjectType to;
    private final int number;
    private final int inverse;
    private final int unlabelled;

    /**
     * @param number HubSpot's number of the association type
     * @param inverse that of the same as seen from the other end
     * @param unlabelled that of the type which any link has
     */
    Relation(ObjectType from, String word, ObjectType to, int number, int inverse, int unlabelled) {
        this.from = from;
        this.word = word;
        this.to = to;
        this.number = number;
        this.inverse = inverse;
        this.unlabelled = unlabelled;
    }

    /** The relation that a field name such as {@code company.name} begins with; empty if it is a property's. */
    public static Optional<Relation> of(ObjectType from, FieldName place) {
        return Arrays.stream(values())
                .filter(r -> r.from == from && place.text().startsWith(r.word + "."))
                .findFirst();
    }

    /** What its places begin with, before a dot. */
    public String word() {
        return word;
    }

    public ObjectType from() {
        return from;
    }

    public ObjectType to() {
        return to;
    }

    public boolean isMany() {
        return this == DEAL_CONTACTS;
    }

    /** The property of the other record that a place tells. */
    public FieldName property(FieldName place) {
        return FieldName.of(place.text().substring(word.length() + 1));
    }

    /** The association types that a new link gets. */
    public Set<Integer> numbers() {
        return new TreeSet<>(List.of(number, unlabelled));
    }

    /** The association type that counts; empty if each does. A record has other companies than its primary one. */
    public OptionalInt counting() {
        return isMany() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The same as seen from the other end. */
    public OptionalInt countingBack() {
        return isMany() ? OptionalInt.empty() : OptionalInt.of(inverse);
    }
}
