package io.smarketing.hubspot.write;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.hubspot.read.Shape;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One command on its way.
 *
 * @param number its place among the commands of one call of the writer
 */
record Row(int number, WriteCommand command) {

    /** Our name for it, by which HubSpot's answer tells it apart. */
    String trace() {
        return "row-" + number;
    }

    /** What is to be done; rows of different kinds go in different calls. */
    enum Kind {
        CREATE,
        UPDATE,
        /** An update without a property: the record is only looked at. */
        LOOK,
        DELETE
    }

    Kind kind() {
        if (command instanceof WriteCommand.Delete) {
            return Kind.DELETE;
        }
        if (command instanceof WriteCommand.Create) {
            return Kind.CREATE;
        }
        return command.fields().isEmpty() ? Kind.LOOK : Kind.UPDATE;
    }

    boolean isCreate() {
        return kind() == Kind.CREATE;
    }

    /** The same row with another command. */
    Row with(WriteCommand other) {
        return new Row(number, other);
    }

    /** What HubSpot calls the row's id: our key for a create, else the record's id. */
    String id() {
        if (command instanceof WriteCommand.Create create) {
            return create.key();
        }
        return command instanceof WriteCommand.Update update
                ? update.ref().id()
                : ((WriteCommand.Delete) command).ref().id();
    }

    /** The written fields that no two records may share. */
    Fields uniqueFields(Shape shape) {
        Map<FieldName, FieldValue> unique = new LinkedHashMap<>(command.fields().values());
        unique.entrySet().removeIf(e -> e.getValue().isBlank() || !isUnique(shape, e.getKey()));
        return new Fields(unique);
    }

    /** All that no other row of one batch may share with it: HubSpot refuses the whole batch. */
    Set<String> claims(Shape shape) {
        Set<String> claims = new HashSet<>();
        claims.add("id " + id());
        uniqueFields(shape)
                .values()
                .forEach((name, value) -> claims.add(name + " " + value.text().toLowerCase(Locale.ROOT)));
        return claims;
    }

    private static boolean isUnique(Shape shape, FieldName name) {
        return shape.spec(name).filter(spec -> spec.is(Trait.UNIQUE)).isPresent();
    }
}
