package io.smarketing.salesforce.read;

import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.salesforce.schema.Keys;
import io.smarketing.salesforce.schema.OrgSchema;
import io.smarketing.salesforce.schema.OrgTypes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What we read of one type: the wanted fields that we can see, and what we need ourselves. A field that we cannot see
 * must not be named: it would fail the whole query.
 *
 * @param key the field of our external id
 * @param stage the field of the stage
 * @param fields the wanted fields
 * @param keys our keys, and where they stand of linked records
 * @param children the objects that we see whose rows say something of a row of this type
 */
public record Selection(
        RecordType type,
        FieldName key,
        Optional<FieldName> stage,
        Map<FieldName, FieldSpec> fields,
        Keys keys,
        Set<String> children) {

    private static final Set<String> OF_PEOPLE = Set.of(Keys.ROLE, "Task", "Event", Touches.HISTORY);

    private static final List<String> OPPORTUNITIES =
            List.of("Opportunity.Id", "Opportunity.CreatedDate", "Opportunity.IsWon", "Opportunity.StageName");

    /** What is wanted of a type, as far as the org shows it. */
    public static Selection of(RecordType type, Wanted.Type wanted, Keys keys, OrgSchema schema) {
        Map<FieldName, FieldSpec> seen = schema.fields(type);
        Map<FieldName, FieldSpec> fields = new LinkedHashMap<>();
        wanted.all().stream().filter(seen::containsKey).forEach(name -> fields.put(name, seen.get(name)));
        Set<String> children = new HashSet<>(OrgTypes.isPerson(type) ? OF_PEOPLE : Set.of());
        children.removeIf(child -> !schema.hasChild(type, child));
        return new Selection(type, wanted.key(), wanted.stage(), fields, keys, children);
    }

    /** {@code SELECT ... FROM type}, each row with the roles that belong to it. */
    public String select() {
        Set<String> columns = columns();
        if (tellsRoles()) {
            columns.add("(SELECT " + String.join(", ", ofRoles())
                    + " FROM OpportunityContactRoles WHERE IsDeleted = false)");
        }
        return "SELECT " + String.join(", ", columns) + " FROM " + type;
    }

    /** The same without the roles, for where rows cannot come with others. */
    public String selectAlone() {
        return "SELECT " + String.join(", ", columns()) + " FROM " + type;
    }

    /** The roles that belong to records of the type, with the field that says to which; what follows is left to add. */
    public String selectRoles() {
        return "SELECT " + parent() + ", " + String.join(", ", ofRoles()) + " FROM " + Keys.ROLE
                + " WHERE IsDeleted = false";
    }

    /** The field of a role that leads to a record of the type. */
    public String parent() {
        return type + "Id";
    }

    private Set<String> columns() {
        Set<String> columns =
                new LinkedHashSet<>(List.of("Id", "SystemModstamp", "CreatedDate", "LastModifiedById", "OwnerId"));
        columns.addAll(Identity.of(type).columns());
        columns.addAll(Standing.columns(type));
        fields.keySet().stream().filter(name -> !keys.isToContacts(name)).forEach(name -> columns.add(name.text()));
        if (fields.keySet().stream().anyMatch(keys::isToAccount)) {
            columns.add(Keys.ACCOUNT_ID.text());
        }
        return columns;
    }

    private List<String> ofRoles() {
        return tellsOpportunities()
                ? OPPORTUNITIES
                : List.of("Contact." + keys.of(OrgTypes.CONTACT).orElseThrow());
    }

    /** True if roles say something of a record. */
    public boolean tellsRoles() {
        return tellsOpportunities() || tellsContacts();
    }

    /** True if a row comes with its opportunities. */
    public boolean tellsOpportunities() {
        return type.equals(OrgTypes.CONTACT) && children.contains(Keys.ROLE);
    }

    /** True if a row comes with our keys on its contacts. */
    public boolean tellsContacts() {
        return fields.keySet().stream().anyMatch(keys::isToContacts);
    }

    /** True if the type's rows tell of their account. */
    public boolean tellsAccount() {
        return fields.keySet().stream().anyMatch(name -> name.text().startsWith(Keys.ACCOUNT + "."));
    }
}
