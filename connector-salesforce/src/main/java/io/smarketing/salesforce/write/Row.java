package io.smarketing.salesforce.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.RecordType;
import java.util.Optional;

/**
 * A command as a row of a call.
 *
 * @param index the command's place among all
 * @param id the record that is updated; empty for a create
 * @param key our external id on the new record; empty for an update
 * @param body what is sent
 */
record Row(
        int index, WriteCommand command, RecordType type, Optional<String> id, Optional<String> key, ObjectNode body) {

    boolean isCreate() {
        return key.isPresent();
    }
}
