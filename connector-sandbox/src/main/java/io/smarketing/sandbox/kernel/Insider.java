package io.smarketing.sandbox.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people inside a CRM do, without HTTP: how data files are loaded and timelines replayed. Object and field names
 * are the CRM's own API names; values are text as the CRM's exports hold it.
 */
public interface Insider {

    /** Names of the fields of an object; empty if there is no such object. */
    Set<String> fields(String object);

    /** Adds a custom text field, as an admin would; does nothing if it is there. */
    void addTextField(String object, String field);

    /**
     * Creates a record as the file tells it.
     *
     * @param at the record's stamps (created and modified), unless the row itself tells when it was created
     * @return the record's id
     * @throws BadRow if the CRM would not take the row; the message names the field and why
     */
    String create(String object, Map<String, String> values, Instant at) throws BadRow;

    /** Ids of the live records that carry this key (an e-mail address, in any case), oldest first. */
    List<String> find(String object, String key);

    /**
     * The objects of which one must have a live record with the key before a record of this object can be made with it:
     * a call is about somebody. None for most.
     */
    default List<String> about(String object) {
        return List.of();
    }

    /**
     * Does one thing to a record: {@code set} a field, {@code convert}, {@code merge} (value: the losing record's
     * key), {@code delete}, and what else the CRM knows.
     *
     * @throws BadRow if the CRM would refuse it
     */
    void act(Deed deed) throws BadRow;

    /** Number of live records of an object. */
    int count(String object);

    /** Ids of all live records of an object. */
    List<String> ids(String object);

    /** One timeline action on one record. */
    record Deed(Instant at, String object, String id, String action, String field, String value) {}

    /** A row that the CRM would not take; the message is a sentence for the person who made the file. */
    final class BadRow extends Exception {
        private static final long serialVersionUID = 1L;

        public BadRow(String sentence) {
            super(sentence);
        }
    }

    /** The value of one field of one live record, if both exist; null and empty are both an empty text. */
    Optional<String> peek(String object, String id, String field);
}
