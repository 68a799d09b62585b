package io.smarketing.salesforce.read;

import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.salesforce.schema.OrgSchema;
import io.smarketing.salesforce.schema.PersonTypes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What we read of one type: the wanted fields that we can see, and what we need ourselves. A field that we cannot see
 * must not be named: it would fail the whole query.
 *
 * @param key the field of our external id
 * @param stage the field of the stage
 * @param fields the wanted fields
 * @param children the objects that we see whose rows belong to a row of this type
 */
public record Selection(
        RecordType type,
        FieldName key,
        Optional<FieldName> stage,
        Map<FieldName, FieldSpec> fields,
        Set<String> children) {

    private static final List<String> CHILDREN = List.of("OpportunityContactRole", "Task", "Event");

    private static final String OPPORTUNITIES = "(SELECT Opportunity.Id, Opportunity.CreatedDate, Opportunity.IsWon,"
            + " Opportunity.StageName FROM OpportunityContactRoles WHERE IsDeleted = false)";

    /** What is wanted of a type, as far as the org shows it. */
    public static Selection of(RecordType type, Wanted.Type wanted, OrgSchema schema) {
        Map<FieldName, FieldSpec> seen = schema.fields(type);
        Map<FieldName, FieldSpec> fields = new LinkedHashMap<>();
        wanted.all().stream().filter(seen::containsKey).forEach(name -> fields.put(name, seen.get(name)));
        Set<String> children =
                CHILDREN.stream().filter(child -> schema.hasChild(type, child)).collect(Collectors.toSet());
        return new Selection(type, wanted.key(), wanted.stage(), fields, children);
    }

    /** {@code SELECT ... FROM type}. */
    public String select() {
        Set<String> columns = new LinkedHashSet<>(
                List.of("Id", "SystemModstamp", "CreatedDate", "LastModifiedById", "OwnerId", "Email"));
        columns.addAll(Standing.columns(type));
        fields.keySet().forEach(name -> columns.add(name.text()));
        if (tellsOpportunities()) {
            columns.add(OPPORTUNITIES);
        }
        return "SELECT " + String.join(", ", columns) + " FROM " + type;
    }

    /** True if a row comes with its opportunities. */
    public boolean tellsOpportunities() {
        return type.equals(PersonTypes.CONTACT) && children.contains("OpportunityContactRole");
    }

    /** True if the type's rows tell of their account. */
    public boolean tellsAccount() {
        return fields.keySet().stream().anyMatch(name -> name.text().startsWith("Account."));
    }
}
