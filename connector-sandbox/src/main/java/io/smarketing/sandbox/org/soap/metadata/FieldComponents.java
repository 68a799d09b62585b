package io.smarketing.sandbox.org.soap.metadata;

import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.soap.xml.Element;
import io.smarketing.sandbox.org.soap.xml.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Custom fields: those born with the org, and those made since, which nobody sees without a permission set. */
public final class FieldComponents implements Components {

    private static final String API_NAME = "[A-Za-z](?:_?[A-Za-z0-9])*__c";

    private final Store store;

    public FieldComponents(Store store) {
        this.store = store;
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (ObjectType type : store.schema().types()) {
            type.fields().stream().filter(Field::custom).forEach(f -> names.add(type.name() + "." + f.name()));
        }
        return names;
    }

    @Override
    public boolean has(String fullName) {
        return field(fullName).isPresent();
    }

    /** The custom field of that name. */
    Optional<Field> field(String fullName) {
        return type(fullName).flatMap(t -> t.field(name(fullName))).filter(Field::custom);
    }

    @Override
    public void read(String fullName, Xml xml) {
        ObjectType type = type(fullName).orElseThrow();
        Field field = field(fullName).orElseThrow();
        FieldXml.write(field, type.wording(field), xml);
    }

    @Override
    public void create(String fullName, Element component) throws Refused {
        ObjectType type = type(fullName)
                .orElseThrow(() ->
                        new Refused("INVALID_CROSS_REFERENCE_KEY", "Entity of the field " + fullName + " not found"));
        String name = name(fullName);
        if (!name.matches(API_NAME)) {
            throw new Refused(
                    "FIELD_INTEGRITY_EXCEPTION",
                    "Field Name: The Field API Name can only contain underscores and alphanumeric characters. It must be"
                            + " unique, begin with a letter, not include spaces, not end with an underscore, and not"
                            + " contain two consecutive underscores.");
        }
        if (type.field(name).isPresent()) {
            throw new Refused(
                    "DUPLICATE_DEVELOPER_NAME", "There is already a field named " + name + " on " + type.name() + ".");
        }
        Field field = FieldXml.read(name, type.width(), component);
        type.add(field);
        type.word(field, FieldXml.wording(component));
        if (field.indexed()) {
            store.table(type).index(field);
        }
    }

    @Override
    public void update(String fullName, Element component) throws Refused {
        ObjectType type = type(fullName).orElseThrow();
        Field held = field(fullName).orElseThrow();
        Field told = FieldXml.read(held.name(), held.slot(), component);
        if (told.type() != held.type()) {
            throw new Refused(
                    "FIELD_INTEGRITY_EXCEPTION", "Cannot change the type of " + fullName + " in this sandbox");
        }
        type.word(held, FieldXml.wording(component));
    }

    private Optional<ObjectType> type(String fullName) {
        int dot = fullName.indexOf('.');
        return dot < 0 ? Optional.empty() : store.schema().type(fullName.substring(0, dot));
    }

    private static String name(String fullName) {
        return fullName.substring(fullName.indexOf('.') + 1);
    }
}
