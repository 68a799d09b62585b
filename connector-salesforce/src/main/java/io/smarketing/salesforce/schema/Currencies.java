package io.smarketing.salesforce.schema;

import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be known of an org with several currencies, in which each record has one of its own. */
public final class Currencies {

    /** Where a record tells its currency; no field of an org that has but one. */
    public static final FieldName CODE = FieldName.of("CurrencyIsoCode");

    private Currencies() {}

    /** A sentence for each type whose amounts are mapped without their currency. */
    public static List<String> warnings(Wanted wanted, OrgSchema schema) {
        return wanted.types().keySet().stream()
                .sorted()
                .flatMap(type -> warning(type, wanted.of(type), schema))
                .toList();
    }

    private static Stream<String> warning(RecordType type, Wanted.Type wanted, OrgSchema schema) {
        String amounts = wanted.all().stream()
                .filter(field -> schema.isMoney(type, field))
                .map(FieldName::text)
                .sorted()
                .collect(Collectors.joining(", "));
        boolean told = wanted.all().contains(CODE) || !schema.fields(type).containsKey(CODE);
        return told || amounts.isEmpty()
                ? Stream.empty()
                : Stream.of("this org has several currencies, and " + type + "." + CODE + " is not mapped beside "
                        + amounts + ": numbers are carried over without it, and a new record gets the currency of the"
                        + " connector's user: map it");
    }
}
