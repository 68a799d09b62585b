package io.smarketing.hubspot.provision;

import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Makes the product's property group and properties in a portal, one object type after the other. */
public final class PortalProvisioner implements Provisioner {

    private final Api api;

    public PortalProvisioner(Api api) {
        this.api = api;
    }

    @Override
    public List<Part> plan(Blueprint blueprint) {
        return needed(blueprint).flatMap(type -> type.plan().stream()).toList();
    }

    @Override
    public List<Part> make(Blueprint blueprint) {
        return needed(blueprint).flatMap(type -> type.make().stream()).toList();
    }

    /** Contacts always; they come first. */
    private Stream<TypeProvisioner> needed(Blueprint blueprint) {
        return Arrays.stream(ObjectType.values())
                .filter(type -> type == ObjectType.CONTACT
                        || blueprint.fields().stream()
                                .anyMatch(field -> field.places().containsKey(type.type())))
                .map(type -> new TypeProvisioner(api, type, blueprint));
    }
}
