package io.smarketing.salesforce.schema;

import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        Map<FieldName, FieldSpec> specs = schema.fields(type);
        Map<FieldName, String> amounts = wanted.all().stream()
                .filter(specs::containsKey)
                .filter(field -> specs.get(field)
                        .unit()
                        .filter(unit -> specs.containsKey(unit) && !wanted.all().contains(unit))
                        .isPresent())
                .sorted()
                .collect(Collectors.groupingBy(
                        field -> specs.get(field).unit().orElseThrow(),
                        TreeMap::new,
                        Collectors.mapping(FieldName::text, Collectors.joining(", "))));
        return amounts.entrySet().stream()
                .map(e -> "this org has several currencies, and " + type + "." + e.getKey() + " is not mapped beside "
                        + e.getValue() + ": numbers are carried over without it, and a new record gets the currency of"
                        + " the connector's user: map it");
    }
}
