package io.smarketing.salesforce.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Domain;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** By what two records of one type are known to be the same. */
public enum Identity {
    /** Their e-mail address. */
    ADDRESS("Email"),
    /** The domain in their web address, however it is written. */
    DOMAIN("Website"),
    /** Nothing but our key. */
    NONE("");

    /** No such column holds more, and a longer one would only spoil the query for the others. */
    private static final int LONGEST = 255;

    private final String column;

    Identity(String column) {
        this.column = column;
    }

    /** By what records of the type are known. */
    public static Identity of(RecordType type) {
        if (OrgTypes.isPerson(type)) {
            return ADDRESS;
        }
        return type.equals(OrgTypes.ACCOUNT) ? DOMAIN : NONE;
    }

    /** The columns that tell it. */
    public List<String> columns() {
        return this == NONE ? List.of() : List.of(column);
    }

    /** What a row says. */
    public Optional<Email> in(JsonNode row) {
        return of(Values.text(row.path(column)));
    }

    /** What values say that are to be written. */
    public Optional<Email> in(Fields fields) {
        return this == NONE ? Optional.empty() : of(fields.text(FieldName.of(column)));
    }

    private Optional<Email> of(String text) {
        return switch (this) {
            case ADDRESS -> Email.in(text);
            case DOMAIN -> Domain.in(text).flatMap(Email::in);
            case NONE -> Optional.empty();
        };
    }

    /** Conditions that together find all rows that say one of these, and maybe others. */
    List<String> among(Collection<Email> asked) {
        List<String> texts = asked.stream()
                .map(Email::address)
                .filter(text -> text.length() <= LONGEST)
                .toList();
        return switch (this) {
            case ADDRESS ->
                Batches.of(texts).stream().map(batch -> Soql.in(column, batch)).toList();
            case DOMAIN ->
                Batches.of(texts).stream()
                        .map(batch -> Soql.holding(column, batch))
                        .toList();
            case NONE -> List.of();
        };
    }
}
