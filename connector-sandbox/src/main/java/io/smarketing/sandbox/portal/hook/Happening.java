package io.smarketing.sandbox.portal.hook;

import java.util.Map;

/**
 * Something that happened to a record, as webhooks tell it.
 *
 * @param type the subscription type, such as {@code contact.propertyChange}
 * @param more the fields that only this type has, in JSON's own types
 */
public record Happening(String type, long id, long at, Doer doer, Map<String, Object> more) {

    public Happening {
        more = Map.copyOf(more);
    }

    /** Who did it, by the words that webhooks have for that. */
    public record Doer(String source, String id) {}
}
