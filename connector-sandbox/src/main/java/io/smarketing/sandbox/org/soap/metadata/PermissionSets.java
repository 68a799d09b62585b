package io.smarketing.sandbox.org.soap.metadata;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.soap.xml.Element;
import io.smarketing.sandbox.org.soap.xml.Xml;
import io.smarketing.sandbox.org.write.Actor;
import io.smarketing.sandbox.org.write.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Permission sets and what they grant; each is a row of the object of that name as well, so that it can be assigned. */
public final class PermissionSets implements Components {

    private final Store store;
    private final Records records;
    private final FieldComponents fields;
    private final AssignedSets assigned;
    private final Supplier<Actor> admin;
    private final Map<String, Element> sets = new LinkedHashMap<>();

    /** @param admin who makes the rows */
    public PermissionSets(
            Store store, Records records, FieldComponents fields, AssignedSets assigned, Supplier<Actor> admin) {
        this.store = store;
        this.records = records;
        this.fields = fields;
        this.assigned = assigned;
        this.admin = admin;
    }

    @Override
    public List<String> names() {
        return new ArrayList<>(sets.keySet());
    }

    @Override
    public boolean has(String fullName) {
        return sets.containsKey(fullName);
    }

    /** As it was sent: what clients write is in the order in which they insist to read. */
    @Override
    public void read(String fullName, Xml xml) {
        Optional.ofNullable(sets.get(fullName)).orElseThrow().children().stream()
                .filter(c -> !c.name().equals("fullName"))
                .forEach(xml::copy);
    }

    @Override
    public void create(String fullName, Element component) throws Refused {
        check(fullName, component);
        if (has(fullName)) {
            throw new Refused("DUPLICATE_DEVELOPER_NAME", "There is already a permission set named " + fullName);
        }
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("Name", fullName)
                .put("Label", component.text("label"))
                .put("Description", component.text("description"));
        make("PermissionSet", row);
        keep(fullName, component);
    }

    @Override
    public void update(String fullName, Element component) throws Refused {
        check(fullName, component);
        keep(fullName, component);
    }

    private void make(String object, ObjectNode row) throws Refused {
        try {
            records.create(store.schema().need(object), row, admin.get());
        } catch (OrgError e) {
            throw new Refused(e.faults().get(0).code(), e.faults().get(0).message());
        }
    }

    private void keep(String fullName, Element component) throws Refused {
        sets.put(fullName, component);
        tellFields(fullName, component);
        assigned.hold(fullName, granted(component, "readable"), granted(component, "editable"));
    }

    /** What a set grants can be queried, too. */
    private void tellFields(String fullName, Element component) throws Refused {
        ObjectType setType = store.schema().need("PermissionSet");
        Row set = store.table(setType)
                .find(setType.need("Name"), fullName)
                .iterator()
                .next();
        ObjectType told = store.schema().need("FieldPermissions");
        List.copyOf(store.table(told).find(told.need("ParentId"), set.id())).forEach(store::erase);
        for (Element permission : component.all("fieldPermissions")) {
            String field = permission.text("field");
            make(
                    "FieldPermissions",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("ParentId", set.id())
                            .put("SobjectType", field.substring(0, field.indexOf('.')))
                            .put("Field", field)
                            .put("PermissionsRead", permission.flag("readable"))
                            .put("PermissionsEdit", permission.flag("editable")));
        }
    }

    private static Set<String> granted(Element component, String access) {
        return component.all("fieldPermissions").stream()
                .filter(p -> p.flag(access))
                .map(p -> p.text("field"))
                .collect(Collectors.toSet());
    }

    private void check(String fullName, Element component) throws Refused {
        if (!fullName.matches("[A-Za-z](?:_?[A-Za-z0-9])*")
                || component.text("label").isEmpty()) {
            throw new Refused("REQUIRED_FIELD_MISSING", "A permission set needs an API name and a label");
        }
        for (Element permission : component.all("fieldPermissions")) {
            String field = permission.text("field");
            if (fields.field(field).isEmpty()) {
                throw new Refused(
                        "INVALID_CROSS_REFERENCE_KEY", "In field: field - no CustomField named " + field + " found");
            }
        }
    }
}
