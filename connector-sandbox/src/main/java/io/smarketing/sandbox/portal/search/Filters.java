package io.smarketing.sandbox.portal.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** The translator of filters into tests of a record. */
record Filters(Crm crm, Table table) {

    private static final String ASSOCIATIONS = "associations.";

    /** Groups are alternatives; the filters of a group must all hold. No group: everything matches. */
    Predicate<StoredRecord> any(JsonNode groups) {
        Predicate<StoredRecord> any = null;
        for (JsonNode group : groups) {
            Predicate<StoredRecord> all = record -> true;
            for (JsonNode filter : group.path("filters")) {
                all = all.and(one(filter));
            }
            any = any == null ? all : any.or(all);
        }
        return any == null ? record -> true : any;
    }

    private Predicate<StoredRecord> one(JsonNode filter) {
        String name = Json.text(filter, "propertyName");
        String operator = Json.text(filter, "operator");
        if (name.startsWith(ASSOCIATIONS)) {
            return linked(name.substring(ASSOCIATIONS.length()), filter);
        }
        Property property = table.schema()
                .find(name)
                .orElseThrow(() -> Failure.invalid("There was a problem with the request: no property named " + name));
        int slot = property.slot();
        // id and stamp are never blank, and asking would write them out as text for every record
        boolean always = slot <= Schema.MODIFIED;
        Predicate<StoredRecord> filled = record -> always || !record.at(slot).isEmpty();
        return switch (operator) {
            case "EQ" -> filled.and(equal(property, value(filter)));
            case "NEQ" -> unless(filled, equal(property, value(filter)));
            case "LT" -> filled.and(sign(property, value(filter), s -> s < 0));
            case "LTE" -> filled.and(sign(property, value(filter), s -> s <= 0));
            case "GT" -> filled.and(sign(property, value(filter), s -> s > 0));
            case "GTE" -> filled.and(sign(property, value(filter), s -> s >= 0));
            case "BETWEEN" ->
                filled.and(sign(property, value(filter), s -> s >= 0))
                        .and(sign(property, Json.text(filter, "highValue"), s -> s <= 0));
            case "IN" -> filled.and(in(property, filter));
            case "NOT_IN" -> unless(filled, in(property, filter));
            case "HAS_PROPERTY" -> filled;
            case "NOT_HAS_PROPERTY" -> filled.negate();
            case "CONTAINS_TOKEN" -> filled.and(new Words(value(filter)).within(slot));
            case "NOT_CONTAINS_TOKEN" -> unless(filled, new Words(value(filter)).within(slot));
            default -> throw Failure.invalid("Invalid operator: " + operator);
        };
    }

    /** Whether "not this" also means the records without a value is a switch. */
    private Predicate<StoredRecord> unless(Predicate<StoredRecord> filled, Predicate<StoredRecord> match) {
        return crm.quirks().on(Quirks.NEQ_MATCHES_BLANK) ? filled.and(match).negate() : filled.and(match.negate());
    }

    private Predicate<StoredRecord> equal(Property property, String wanted) {
        ToIntFunction<StoredRecord> compare = new Scale(property).against(wanted);
        Predicate<StoredRecord> same = record -> compare.applyAsInt(record) == 0;
        if (property.name().equals("email") && crm.quirks().on(Quirks.SEARCH_SECONDARY_EMAIL)) {
            int additional = table.schema().slot("hs_additional_emails");
            String address = wanted.toLowerCase(Locale.ROOT);
            return same.or(record -> List.of(record.at(additional).split(";")).contains(address));
        }
        return same;
    }

    private static Predicate<StoredRecord> sign(Property property, String wanted, IntPredicate sign) {
        ToIntFunction<StoredRecord> compare = new Scale(property).against(wanted);
        return record -> sign.test(compare.applyAsInt(record));
    }

    /** On texts the list must be lower-case: the index holds them so, and nothing else matches. */
    private Predicate<StoredRecord> in(Property property, JsonNode filter) {
        Set<String> values = new HashSet<>(Json.list(filter, "values"));
        if (values.isEmpty()) {
            throw Failure.invalid("values must not be empty for " + property.name());
        }
        int slot = property.slot();
        return switch (property.type()) {
            case STRING, PHONE_NUMBER ->
                record -> values.contains(record.at(slot).toLowerCase(Locale.ROOT));
            case ENUMERATION, BOOL ->
                property.multiple()
                        ? record -> Arrays.stream(record.at(slot).split(";")).anyMatch(values::contains)
                        : record -> values.contains(record.at(slot));
            case NUMBER, DATE, DATETIME ->
                values.stream().map(value -> equal(property, value)).reduce(record -> false, Predicate::or);
        };
    }

    private Predicate<StoredRecord> linked(String named, JsonNode filter) {
        ObjectType other = ObjectType.of(named);
        String id = value(filter);
        if (!Json.text(filter, "operator").equals("EQ") || !id.matches("\\d{1,18}")) {
            throw Failure.invalid("An association filter takes EQ and the id of a record");
        }
        End to = new End(other, Long.parseLong(id));
        return record -> crm.links().linked(new End(table.type(), record.id()), to);
    }

    private static String value(JsonNode filter) {
        if (!filter.hasNonNull("value")) {
            throw Failure.invalid("A value is required for the filter on " + Json.text(filter, "propertyName"));
        }
        return Json.text(filter, "value");
    }
}
