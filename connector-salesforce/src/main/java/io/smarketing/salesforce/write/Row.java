package io.smarketing.salesforce.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteCommand.Create;
import io.smarketing.core.crm.WriteCommand.Delete;
import io.smarketing.core.crm.record.RecordType;
import java.util.Optional;

/**
 * A command as a row of a call.
 *
 * @param index the command's place among all
 * @param id the record that is updated or deleted; empty for a create
 * @param key our external id on the new record; empty unless it is a create
 * @param body what is sent
 */
record Row(
        int index, WriteCommand command, RecordType type, Optional<String> id, Optional<String> key, ObjectNode body) {

    /** What is done to the rows of a call: the same to all. */
    enum Verb {
        CREATE,
        UPDATE,
        DELETE
    }

    Verb verb() {
        if (command instanceof Create) {
            return Verb.CREATE;
        }
        return command instanceof Delete ? Verb.DELETE : Verb.UPDATE;
    }

    boolean isCreate() {
        return verb() == Verb.CREATE;
    }
}
