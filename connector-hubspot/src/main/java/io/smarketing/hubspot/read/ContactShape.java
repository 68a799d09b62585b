package io.smarketing.hubspot.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.StageTold;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lead.UnreadableValue;
import io.smarketing.hubspot.schema.ContactSchema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which properties of a contact we ask for, and how its JSON reads as a record. */
public final class ContactShape {

    /** The property that moves with every change of a contact. */
    public static final String STAMP = "lastmodifieddate";

    /** The property that tells when a contact was created. */
    public static final String CREATED = "createdate";

    private static final FieldName LIFECYCLE = FieldName.of("lifecyclestage");
    private static final FieldName MERGED = FieldName.of("hs_merged_object_ids");
    private static final String EMAIL = "email";

    private final CrmId crm;
    private final FieldName key;
    private final Optional<FieldName> stage;
    private final Map<FieldName, FieldSpec> known;
    private final Ownership ownership;
    private final Map<FieldName, FieldSpec> wanted = new LinkedHashMap<>();
    private final Map<String, FieldName> stageDates = new LinkedHashMap<>();

    public ContactShape(CrmId crm, Wanted.Type type, Schema schema) {
        this.crm = crm;
        this.known = schema.fields(ContactSchema.CONTACT);
        this.ownership = new Ownership(schema);
        this.key = type.key();
        this.stage = type.stage();
        type.all().stream().filter(known::containsKey).forEach(name -> wanted.put(name, known.get(name)));
        stage.filter(LIFECYCLE::equals).map(wanted::get).ifPresent(this::findStageDates);
    }

    /** HubSpot names a stage's date after the stage, in one of two ways. */
    private void findStageDates(FieldSpec lifecycle) {
        for (String option : lifecycle.options()) {
            Optional.of(FieldName.of("hs_lifecyclestage_" + option + "_date"))
                    .filter(known::containsKey)
                    .or(() -> Optional.of(FieldName.of("hs_v2_date_entered_" + option))
                            .filter(known::containsKey))
                    .ifPresent(name -> stageDates.put(option, name));
        }
    }

    /** The names of all properties to ask for. */
    public Set<String> properties() {
        Set<String> names = new LinkedHashSet<>();
        wanted.keySet().forEach(name -> names.add(name.text()));
        stageDates.values().forEach(name -> names.add(name.text()));
        ownership.properties().forEach(name -> names.add(name.text()));
        names.add(EMAIL);
        names.addAll(stamps());
        return names;
    }

    /** The names of the properties that tell of a change without telling the record. */
    public Set<String> stamps() {
        Set<String> names = new LinkedHashSet<>(List.of(STAMP, CREATED));
        Optional.of(MERGED).filter(known::containsKey).ifPresent(name -> names.add(name.text()));
        return names;
    }

    /** What a row tells without telling the record: former contacts that were merged into it, and that it changed. */
    public List<Change> changes(JsonNode contact) {
        return changes(contact, new Change.Changed(ref(contact.path("id").asText()), stamp(contact), Optional.empty()));
    }

    /** What a row tells that is the record. */
    public List<Change> records(JsonNode contact) {
        CrmRecord record = read(contact);
        return changes(contact, new Change.Changed(record.ref(), record.stamp(), Optional.of(record)));
    }

    private List<Change> changes(JsonNode contact, Change.Changed changed) {
        List<Change> changes = new ArrayList<>();
        for (String former : raw(contact.path("properties"), MERGED).split(";")) {
            if (!former.isBlank() && !former.strip().equals(changed.ref().id())) {
                changes.add(new Change.Became(ref(former.strip()), changed.ref()));
            }
        }
        changes.add(changed);
        return changes;
    }

    /** The field that holds our external id. */
    public FieldName key() {
        return key;
    }

    /** What HubSpot says of a property; empty if the portal has no such property. */
    public Optional<FieldSpec> spec(FieldName name) {
        return Optional.ofNullable(known.get(name));
    }

    public RecordRef ref(String id) {
        return new RecordRef(crm, ContactSchema.CONTACT, id);
    }

    /** A contact that was asked for with all our {@link #properties()}. */
    CrmRecord read(JsonNode contact) {
        JsonNode properties = contact.path("properties");
        Map<FieldName, FieldValue> values = new LinkedHashMap<>();
        wanted.forEach((name, spec) -> values.put(name, value(spec, raw(properties, name))));
        Fields fields = new Fields(values);
        return new CrmRecord(
                ref(contact.path("id").asText()),
                stamp(contact),
                instant(contact.path("createdAt").asText()),
                Author.UNKNOWN,
                fields.text(key),
                Email.in(properties.path(EMAIL).asText("")),
                fields,
                stageTold(fields, properties, stamp(contact)));
    }

    /** When a contact last changed, to the millisecond. */
    public static Instant stamp(JsonNode contact) {
        String property = contact.path("properties").path(STAMP).asText("");
        return instant(property.isEmpty() ? contact.path("updatedAt").asText() : property);
    }

    /** When a contact was created, to the millisecond. */
    public static Instant created(JsonNode contact) {
        String property = contact.path("properties").path(CREATED).asText("");
        return instant(property.isEmpty() ? contact.path("createdAt").asText() : property);
    }

    /** A raw value in its normal form; one that is none of its type stays raw, so that its reader reports it. */
    public FieldValue value(FieldSpec spec, String raw) {
        try {
            return spec.normalForm().read(raw);
        } catch (UnreadableValue e) {
            return FieldValue.of(raw.strip());
        }
    }

    private StageTold stageTold(Fields fields, JsonNode properties, Instant stamp) {
        Map<String, Instant> dates = new HashMap<>();
        stageDates.forEach((option, name) -> {
            String text = raw(properties, name);
            if (!text.isEmpty()) {
                dates.put(option, instant(text));
            }
        });
        return new StageTold(stage.map(fields::text).orElse(""), dates, Map.of(), ownership.since(properties, stamp));
    }

    private static String raw(JsonNode properties, FieldName name) {
        return properties.path(name.text()).asText("");
    }

    /** A point in time as HubSpot writes it: ISO 8601, or milliseconds since 1970. */
    public static Instant instant(String text) {
        return text.matches("-?\\d+")
                ? Instant.ofEpochMilli(Long.parseLong(text))
                : OffsetDateTime.parse(text).toInstant();
    }
}
