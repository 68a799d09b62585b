package io.smarketing.salesforce.provision;

import com.sforce.soap.metadata.LeadConvertSettings;
import com.sforce.soap.metadata.ObjectMapping;
import com.sforce.soap.metadata.ObjectMappingField;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soap.MetadataApi;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The map by which a lead's fields reach its contact when it is converted. */
final class ConversionStep implements Step {

    private static final String KIND = "lead conversion";
    private static final String NAME = "Lead to Contact";
    private static final String BY_HAND = "map them by hand: Setup, Object Manager, Lead, 'Map Lead Fields'";

    private final MetadataApi metadata;
    private final FieldStep fields;
    private Optional<LeadConvertSettings> there = Optional.empty();

    ConversionStep(MetadataApi metadata, FieldStep fields) {
        this.metadata = metadata;
        this.fields = fields;
    }

    @Override
    public List<Part> look(Blueprint blueprint) {
        // each org has one
        List<String> names =
                metadata.names(LeadConvertSettings.class).stream().limit(1).toList();
        there = metadata.read(LeadConvertSettings.class, names).values().stream()
                .findFirst();
        Map<String, String> wanted = wanted(blueprint);
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (there.isEmpty()) {
            return different("Salesforce does not show how leads are converted");
        }
        Map<String, String> held = held();
        List<String> elsewhere = wanted.entrySet().stream()
                .filter(e -> isElsewhere(e.getKey(), e.getValue(), held))
                .map(Map.Entry::getKey)
                .toList();
        if (!elsewhere.isEmpty()) {
            return different("other maps stand in the way of " + OrgProvisioner.some(elsewhere));
        }
        List<String> lacking =
                wanted.keySet().stream().filter(f -> !held.containsKey(f)).toList();
        return List.of(
                lacking.isEmpty() ? Part.present(KIND, NAME) : Part.missing(KIND, NAME, OrgProvisioner.some(lacking)));
    }

    private static List<Part> different(String what) {
        return List.of(Part.there(KIND, NAME, Optional.of(what + ": " + BY_HAND)));
    }

    @Override
    public Map<String, String> make(Blueprint blueprint) {
        if (there.isEmpty()) {
            return Map.of();
        }
        LeadConvertSettings settings = there.get();
        Map<String, String> held = held();
        Set<String> existing = fields.there();
        ObjectMappingField[] more = wanted(blueprint).entrySet().stream()
                .filter(e -> !held.containsKey(e.getKey()))
                .filter(e -> existing.contains(OrgTypes.LEAD + "." + e.getKey())
                        && existing.contains(OrgTypes.CONTACT + "." + e.getValue()))
                .map(e -> pair(e.getKey(), e.getValue()))
                .toArray(ObjectMappingField[]::new);
        ObjectMapping toContact = toContact(settings).orElseGet(() -> added(settings));
        toContact.setMappingFields(Stream.concat(Arrays.stream(toContact.getMappingFields()), Arrays.stream(more))
                .toArray(ObjectMappingField[]::new));
        return metadata.update(List.of(settings)).values().stream()
                .findFirst()
                .map(why -> Map.of(NAME, why + "; or " + BY_HAND))
                .orElse(Map.of());
    }

    /** The contact's field for each of the lead's. */
    private static Map<String, String> wanted(Blueprint blueprint) {
        Map<String, String> wanted = new LinkedHashMap<>();
        blueprint.fields().forEach(field -> {
            Optional<String> lead = custom(field.places(), OrgTypes.LEAD);
            Optional<String> contact = custom(field.places(), OrgTypes.CONTACT);
            lead.ifPresent(from -> contact.ifPresent(to -> wanted.put(from, to)));
        });
        return wanted;
    }

    private static Optional<String> custom(Map<RecordType, FieldName> places, RecordType type) {
        return Optional.ofNullable(places.get(type)).map(FieldName::text).filter(name -> name.endsWith("__c"));
    }

    private static boolean isElsewhere(String from, String to, Map<String, String> held) {
        return held.containsKey(from) ? !held.get(from).equals(to) : held.containsValue(to);
    }

    private Map<String, String> held() {
        return there.flatMap(ConversionStep::toContact).stream()
                .flatMap(m -> Arrays.stream(m.getMappingFields()))
                .collect(Collectors.toMap(
                        ObjectMappingField::getInputField, ObjectMappingField::getOutputField, (a, b) -> a));
    }

    private static Optional<ObjectMapping> toContact(LeadConvertSettings settings) {
        return Arrays.stream(settings.getObjectMapping())
                .filter(m -> m.getOutputObject().equals(OrgTypes.CONTACT.name()))
                .findFirst();
    }

    private static ObjectMapping added(LeadConvertSettings settings) {
        ObjectMapping mapping = new ObjectMapping();
        mapping.setInputObject(OrgTypes.LEAD.name());
        mapping.setOutputObject(OrgTypes.CONTACT.name());
        mapping.setMappingFields(new ObjectMappingField[0]);
        settings.setObjectMapping(Stream.concat(Arrays.stream(settings.getObjectMapping()), Stream.of(mapping))
                .toArray(ObjectMapping[]::new));
        return mapping;
    }

    private static ObjectMappingField pair(String from, String to) {
        ObjectMappingField pair = new ObjectMappingField();
        pair.setInputField(from);
        pair.setOutputField(to);
        return pair;
    }
}
