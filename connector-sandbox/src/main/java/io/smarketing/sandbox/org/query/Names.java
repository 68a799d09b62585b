package io.smarketing.sandbox.org.query;

import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldSecurity;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.schema.Schema;
import io.smarketing.sandbox.org.soql.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what the names in a query mean, and refuses those that mean nothing to the asking user. */
final class Names {

    private final Store store;
    private final FieldSecurity security;

    Names(Store store, FieldSecurity security) {
        this.store = store;
        this.security = security;
    }

    Store store() {
        return store;
    }

    ObjectType type(String name) throws OrgError {
        return store.schema()
                .type(name)
                .orElseThrow(() -> OrgError.bad(
                        "INVALID_TYPE",
                        "sObject type '" + name + "' is not supported. If you are attempting to use a custom object, be"
                                + " sure to append the '__c' after the entity name."));
    }

    /** The field that holds the children of that relationship. */
    Schema.Child children(ObjectType parent, String relationship) throws OrgError {
        return store.schema().children(parent).stream()
                .filter(c -> c.field().link().children().equalsIgnoreCase(relationship))
                .findFirst()
                .orElseThrow(() -> OrgError.bad(
                        "INVALID_TYPE",
                        "Didn't understand relationship '" + relationship + "' in FROM part of query call."));
    }

    /** The fields of the object that the asking user may see. */
    List<Field> visible(ObjectType type) {
        return type.fields().stream().filter(f -> !security.hidden(type, f)).toList();
    }

    Field field(ObjectType type, FieldPath path) throws OrgError {
        return seen(type, path.field())
                .orElseThrow(() -> OrgError.bad(
                        "INVALID_FIELD",
                        "ERROR at Row:1:Column:" + path.column() + "\nNo such column '" + path.field() + "' on entity '"
                                + type.name() + "'. If you are attempting to use a custom field, be sure to append the"
                                + " '__c' after the custom field name. Please reference your WSDL or the describe call for"
                                + " the appropriate names."));
    }

    /** The reference field that leads to the parent of that relationship. */
    Field parent(ObjectType type, FieldPath path) throws OrgError {
        String relationship = path.parents().get(0);
        return type.parent(relationship)
                .filter(f -> !security.hidden(type, f))
                .orElseThrow(() -> OrgError.bad(
                        "INVALID_FIELD",
                        "ERROR at Row:1:Column:" + path.column() + "\nDidn't understand relationship '" + relationship
                                + "' in field path. If you are attempting to use a custom relationship, be sure to append"
                                + " the '__r' after the custom relationship name."));
    }

    /** Of the objects to which a reference may lead, the first that knows the rest of the path. */
    ObjectType target(Field reference, FieldPath rest) throws OrgError {
        List<ObjectType> targets = new ArrayList<>();
        for (String name : reference.link().targets()) {
            targets.add(store.schema().need(name));
        }
        return targets.stream()
                .filter(t -> rest.parents().isEmpty()
                        ? seen(t, rest.field()).isPresent()
                        : t.parent(rest.parents().get(0)).isPresent())
                .findFirst()
                .orElse(targets.get(0));
    }

    private Optional<Field> seen(ObjectType type, String name) {
        return type.field(name).filter(f -> !security.hidden(type, f));
    }
}
