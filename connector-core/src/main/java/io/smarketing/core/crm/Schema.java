package io.smarketing.core.crm;

import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** What a CRM account looks like: the fields of its person types and its owners. Read once, renewed when needed. */
public interface Schema {

    /** All fields that we can see of a type, among them each readable wanted one. */
    Map<FieldName, FieldSpec> fields(RecordType type);

    /** The address of an owner; empty if the id is unknown, is a queue, or is our own integration user. */
    Optional<Email> ownerEmail(String ownerId);

    /** The id of the active owner with that address; empty if there is none. */
    Optional<String> ownerId(Email email);

    /** The time zone in which the account's people read its times: a time there is on that zone's day. */
    default ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** The id of the queue with that name that may own records of the type; empty if there is none, or no queue at all. */
    default Optional<String> queueId(RecordType type, String name) {
        return Optional.empty();
    }

    /** What an admin does so that we may see, or write, that field of the type: a part of a sentence. */
    default String remedy(RecordType type, FieldName field) {
        return "grant the integration user access to it";
    }
}
