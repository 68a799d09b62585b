package io.smarketing.testkit.crm.contract;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A CRM that a contract suite tries an adapter on: the adapter, and the hands of the people behind its back. It is
 * empty of people at first, and its record clock stands still until it is moved. Edits show in the feed at once.
 */
public interface CrmLab {

    /** The adapter, opened with key, e-mail and text of {@link #type()} wanted. */
    Crm crm();

    /** The type in which new records are created. */
    RecordType type();

    /** A text field that may be blank and takes 100 characters. */
    FieldName text();

    /** All that a new record needs, under the CRM's names, known by this address, and with this value of {@link #text()}. */
    Fields person(String email, String text);

    /** What a record made with that address is known by: the address, or a domain made of it. */
    default Email known(String email) {
        return new Email(email);
    }

    /** Fields of which the CRM refuses the row, such as a text that is too long. */
    Fields unacceptable();

    /** Somebody makes a record. */
    RecordRef put(Fields fields);

    /** Somebody edits a record. */
    void edit(RecordRef ref, Fields fields);

    /** Somebody deletes a record. */
    void delete(RecordRef ref);

    /** Somebody turns a record into one of another type; empty where the CRM has no such thing. */
    Optional<RecordRef> convert(RecordRef ref);

    /** What this lab can do beyond what all can. */
    default Set<Ability> abilities() {
        return Set.of();
    }

    /** Somebody takes a deleted record back. */
    default void restore(RecordRef ref) {
        throw new UnsupportedOperationException();
    }

    /** A deleted record is destroyed for good. */
    default void destroy(RecordRef ref) {
        throw new UnsupportedOperationException();
    }

    /** Somebody merges the first record into the second; the answer is where both are now. */
    default RecordRef merge(RecordRef loser, RecordRef winner) {
        throw new UnsupportedOperationException();
    }

    /**
     * Somebody does something about a person.
     *
     * @param in when: zero is now; what lies ahead is only planned
     */
    default void act(RecordRef about, Touch.Kind kind, Doer by, Duration in) {
        throw new UnsupportedOperationException();
    }

    /** A reference in the right form that no record ever had. */
    RecordRef unknown();

    /** Moves the CRM's record clock on. */
    void advance(Duration by);

    /** From now on changes show in the feed only so much later; false where the lab cannot do that. */
    boolean showLate(Duration by);

    /** The id and address of an active owner. */
    Owner owner();

    /** Requests that the CRM has seen. */
    long calls();

    /** Who does something in a CRM. */
    enum Doer {
        /** A person who works there. */
        HUMAN,
        /** Our own integration user. */
        OURSELVES,
        /** A rule or a flow. */
        AUTOMATION
    }

    /** One owner. */
    record Owner(String id, Email email) {}
}
