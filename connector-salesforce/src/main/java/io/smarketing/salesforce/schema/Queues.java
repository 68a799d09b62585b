package io.smarketing.salesforce.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.soql.Soql;
import java.util.List;
import java.util.Optional;

/** The org's queues, asked for only where one is named. */
public record Queues(Rest rest) {

    /**
     * The queue of that API name, or else of that label, which may own records of the type. Two queues may bear one
     * label: then neither is meant.
     */
    Optional<String> id(RecordType type, String name) {
        String select = "SELECT QueueId FROM QueueSobject WHERE SobjectType = " + Soql.text(type.name()) + " AND ";
        return only(select + "Queue.DeveloperName = " + Soql.text(name))
                .or(() -> only(select + "Queue.Name = " + Soql.text(name)));
    }

    private Optional<String> only(String soql) {
        List<JsonNode> rows = rest.query(soql).rows();
        return rows.size() == 1 ? Optional.of(rows.get(0).path("QueueId").asText()) : Optional.empty();
    }
}
