package io.smarketing.salesforce.provision;

import com.sforce.soap.metadata.PermissionSet;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.salesforce.soap.MetadataApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two permission sets: a field without one is seen by nobody. */
final class PermissionStep implements Step {

    static final String KIND = "permission set";

    private final MetadataApi metadata;
    private final FieldStep fields;
    private Map<String, PermissionSet> there = Map.of();

    PermissionStep(MetadataApi metadata, FieldStep fields) {
        this.metadata = metadata;
        this.fields = fields;
    }

    @Override
    public List<Part> look(Blueprint blueprint) {
        there = metadata.read(PermissionSet.class, List.of(Permissions.INTEGRATION_NAME, Permissions.REP_NAME));
        List<Part> parts = new ArrayList<>();
        for (Permissions wanted : Permissions.all(blueprint)) {
            parts.add(Optional.ofNullable(there.get(wanted.name()))
                    .map(wanted::against)
                    .orElseGet(() -> Part.missing(KIND, wanted.name(), wanted.label())));
        }
        return parts;
    }

    @Override
    public Map<String, String> make(Blueprint blueprint) {
        List<PermissionSet> fresh = new ArrayList<>();
        List<PermissionSet> grown = new ArrayList<>();
        for (Permissions wanted : Permissions.all(blueprint)) {
            // one field that could not be made must not keep the others from being seen
            Permissions possible = wanted.only(fields.there());
            Optional<PermissionSet> held = Optional.ofNullable(there.get(wanted.name()));
            held.ifPresentOrElse(set -> grown.add(possible.addedTo(set)), () -> fresh.add(possible.metadata()));
        }
        Map<String, String> refusals = new LinkedHashMap<>(metadata.create(fresh));
        refusals.putAll(metadata.update(grown));
        return refusals;
    }
}
