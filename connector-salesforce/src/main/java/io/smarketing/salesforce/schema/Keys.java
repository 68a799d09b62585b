package io.smarketing.salesforce.schema;

import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fields of our key on what is kept in step, and the places that hold it of a linked record: of the account of a
 * contact or an opportunity, of an opportunity's contacts.
 *
 * @param fields the field of each type
 */
public record Keys(Map<RecordType, FieldName> fields) {

    /** What leads from a contact or an opportunity to its account. */
    public static final String ACCOUNT = "Account";

    /** The field that holds the account's id. */
    public static final FieldName ACCOUNT_ID = FieldName.of("AccountId");

    /** The object, and the children of an opportunity, that name its contacts. */
    public static final String ROLE = "OpportunityContactRole";

    private static final String ROLES_CONTACT = "OpportunityContactRoles.Contact.";

    public Keys {
        fields = Map.copyOf(fields);
    }

    /** The keys of what is wanted. */
    public static Keys in(Wanted wanted) {
        return new Keys(wanted.types().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().key())));
    }

    /** The field of a type; empty if it is not kept in step. */
    public Optional<FieldName> of(RecordType type) {
        return Optional.ofNullable(fields.get(type));
    }

    /** The place of the account's key. */
    public Optional<FieldName> toAccount() {
        return of(OrgTypes.ACCOUNT).map(key -> FieldName.of(ACCOUNT + "." + key));
    }

    /** The place of the keys of an opportunity's contacts. */
    public Optional<FieldName> toContacts() {
        return of(OrgTypes.CONTACT).map(key -> FieldName.of(ROLES_CONTACT + key));
    }

    public boolean isToAccount(FieldName field) {
        return toAccount().filter(field::equals).isPresent();
    }

    public boolean isToContacts(FieldName field) {
        return toContacts().filter(field::equals).isPresent();
    }
}
