package io.smarketing.core.sync.told;

import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageTold;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.mapping.FieldMap;
import io.smarketing.core.mapping.HandoffFields;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Told records for tests of the rooms. */
public final class Tells {
    public static final CrmId CRM = new CrmId("left");
    public static final RecordType TYPE = new RecordType("contact");
    public static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final OwnFields OWN = new OwnFields(
            TYPE,
            FieldName.of("key"),
            Optional.of(FieldName.of("stage")),
            Map.of("lead", "Lead", "mql", "Qualified", "customer", "Customer"),
            Map.of("mql", FieldName.of("mql_at"), "customer", FieldName.of("customer_at")),
            HandoffFields.NONE);

    private Tells() {}

    public static CrmRecord record(String type, String id, String key, String email, Instant createdAt) {
        return new CrmRecord(
                new RecordRef(CRM, new RecordType(type), id),
                AT,
                createdAt,
                Author.UNKNOWN,
                key,
                Email.in(email),
                Fields.NONE,
                StageTold.NOTHING);
    }

    public static Told told(CrmRecord record, Optional<Person> person) {
        FieldMap map = new FieldMap(CRM, OWN, Map.of());
        return new Told(record, map, map.read(record), person, Optional.empty(), false, Heard.NOTHING, AT);
    }

    public static Told told(String id, String key, String email, int person) {
        return told(
                record("contact", id, key, email, AT),
                person == 0 ? Optional.empty() : Optional.of(person(person, Progress.NONE)));
    }

    public static Person person(int number, Progress progress) {
        return new Person(
                new PersonId(new UUID(0, number)),
                "key-" + number,
                Optional.empty(),
                progress,
                false,
                Map.of(CRM, Holding.of(new RecordRef(CRM, TYPE, "of-" + number))));
    }
}
