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
import io.smarketing.core.lead.Domain;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lead.Iso;
import io.smarketing.core.lead.UnreadableValue;
import io.smarketing.hubspot.api.ObjectType;
import io.smarketing.hubspot.api.Relation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which properties of an object type we ask for, and how its JSON reads as a record. */
public final class Shape {

    /** The property that tells when a record was created. */
    public static final String CREATED = "createdate";

    private static final Pattern MILLIS = Pattern.compile("-?\\d+");
    private static final FieldName LIFECYCLE = FieldName.of("lifecyclestage");
    private static final FieldName MERGED = FieldName.of("hs_merged_object_ids");

    private final ObjectType type;
    private final CrmId crm;
    private final FieldName key;
    private final Optional<FieldName> stage;
    private final Map<FieldName, FieldSpec> known;
    private final Ownership ownership;
    private final Map<FieldName, FieldSpec> wanted = new LinkedHashMap<>();
    private final Map<Relation, Map<FieldName, FieldSpec>> places = new EnumMap<>(Relation.class);
    private final Map<String, FieldName> stageDates = new LinkedHashMap<>();

    public Shape(ObjectType type, CrmId crm, Wanted.Type fields, Schema schema) {
        this.type = type;
        this.crm = crm;
        this.known = schema.fields(type.type());
        this.ownership = new Ownership(schema);
        this.key = fields.key();
        this.stage = fields.stage();
        fields.all().stream()
                .filter(known::containsKey)
                .forEach(name -> Relation.of(type, name)
                        .map(relation -> places.computeIfAbsent(relation, r -> new LinkedHashMap<>()))
                        .orElse(wanted)
                        .put(name, known.get(name)));
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
        if (type == ObjectType.CONTACT) {
            ownership.properties().forEach(name -> names.add(name.text()));
        }
        type.matched().ifPresent(name -> names.add(name.text()));
        names.addAll(stamps());
        return names;
    }

    /** The names of the properties that tell of a change without telling the record. */
    public Set<String> stamps() {
        Set<String> names = new LinkedHashSet<>(List.of(type.stamp(), CREATED));
        Optional.of(MERGED).filter(known::containsKey).ifPresent(name -> names.add(name.text()));
        return names;
    }

    /** The wanted fields that linked records tell, by the relation to them. */
    public Map<Relation, Map<FieldName, FieldSpec>> places() {
        return places;
    }

    /** The relation whose link it is to write that field; empty for a property. */
    public Optional<Relation> link(FieldName name) {
        return Relation.of(type, name);
    }

    public ObjectType type() {
        return type;
    }

    /** What a row tells without telling the record: former records that were merged into it, and that it changed. */
    public List<Change> changes(JsonNode row) {
        return changes(row, new Change.Changed(ref(row.path("id").asText()), stamp(row), Optional.empty()));
    }

    /** What a row tells that is this record. */
    List<Change> changes(JsonNode row, CrmRecord record) {
        return changes(row, new Change.Changed(record.ref(), record.stamp(), Optional.of(record)));
    }

    private List<Change> changes(JsonNode row, Change.Changed changed) {
        List<Change> changes = new ArrayList<>();
        for (String former : raw(row.path("properties"), MERGED).split(";")) {
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
        return new RecordRef(crm, type.type(), id);
    }

    /**
     * A record that was asked for with all our {@link #properties()}.
     *
     * @param related what is told of it by those that it is linked to
     */
    CrmRecord read(JsonNode row, Related related) {
        JsonNode properties = row.path("properties");
        Map<FieldName, FieldValue> values = new LinkedHashMap<>();
        wanted.forEach((name, spec) -> values.put(name, value(spec, raw(properties, name))));
        values.putAll(related.values());
        Fields fields = new Fields(values);
        Instant stamp = stamp(row);
        return new CrmRecord(
                ref(row.path("id").asText()),
                stamp.isBefore(related.stamp()) ? related.stamp() : stamp,
                instant(row.path("createdAt").asText()),
                Author.UNKNOWN,
                fields.text(key),
                type.matched().flatMap(name -> matched(raw(properties, name))),
                fields,
                type == ObjectType.CONTACT ? stageTold(fields, properties, stamp) : StageTold.NOTHING);
    }

    /** What a record is matched by, in its normal form. */
    private Optional<Email> matched(String text) {
        return type == ObjectType.COMPANY ? Domain.in(text).map(Email::new) : Email.in(text);
    }

    /** When a record itself last changed, to the millisecond. */
    public Instant stamp(JsonNode row) {
        return stamp(type, row);
    }

    /** The same of a record of any type. */
    public static Instant stamp(ObjectType type, JsonNode row) {
        String property = row.path("properties").path(type.stamp()).asText("");
        return instant(property.isEmpty() ? row.path("updatedAt").asText() : property);
    }

    /** When a record was created, to the millisecond. */
    public static Instant created(JsonNode row) {
        String property = row.path("properties").path(CREATED).asText("");
        return instant(property.isEmpty() ? row.path("createdAt").asText() : property);
    }

    /** A raw value in its normal form; one that is none of its type stays raw, so that its reader reports it. */
    public static FieldValue value(FieldSpec spec, String raw) {
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
        return MILLIS.matcher(text).matches() ? Instant.ofEpochMilli(Long.parseLong(text)) : Iso.instant(text);
    }
}
