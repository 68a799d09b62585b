package io.smarketing.salesforce.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.Keys;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cuts rows into calls. Salesforce locks the account of each contact and opportunity that it writes: what belongs to one
 * account goes into one call, or into calls one after the other, since side by side they would lock each other out.
 */
final class Calls {

    private static final Set<RecordType> OF_ACCOUNTS = Set.of(OrgTypes.CONTACT, OrgTypes.OPPORTUNITY);

    private final Rest rest;
    private final Keys keys;
    private final Map<String, String> accounts = new HashMap<>();

    Calls(Rest rest, Keys keys) {
        this.rest = rest;
        this.keys = keys;
    }

    /** True if records of the type belong to an account. */
    static boolean belongToAccounts(RecordType type) {
        return OF_ACCOUNTS.contains(type);
    }

    /**
     * Chains of calls: those of one chain must follow each other, different chains may run side by side.
     *
     * @param rows of one type
     * @param size rows of a call, at most
     */
    List<List<List<Row>>> of(List<Row> rows, int size) {
        if (rows.size() <= size || !belongToAccounts(rows.get(0).type())) {
            return Batches.rows(rows, size).stream().map(List::of).toList();
        }
        try {
            read(rows);
        } catch (CrmException e) {
            // rows that lock each other out are sent again: that is no reason to write nothing
            accounts.clear();
        }
        Map<String, List<Row>> groups = new TreeMap<>();
        for (Row row : rows) {
            groups.computeIfAbsent(account(row), a -> new ArrayList<>()).add(row);
        }
        // whatever has no account is in nobody's way
        List<Row> free = groups.getOrDefault("", List.of());
        groups.remove("");
        List<List<List<Row>>> chains = new ArrayList<>();
        List<Row> open = new ArrayList<>();
        for (List<Row> group : groups.values()) {
            if (group.size() > size) {
                chains.add(Batches.rows(group, size));
            } else {
                if (open.size() + group.size() > size) {
                    chains.add(List.of(List.copyOf(open)));
                    open.clear();
                }
                open.addAll(group);
            }
        }
        int room = Math.min(free.size(), size - open.size());
        open.addAll(free.subList(0, room));
        Batches.rows(open, size).forEach(call -> chains.add(List.of(call)));
        Batches.rows(free.subList(room, free.size()), size).forEach(call -> chains.add(List.of(call)));
        return chains;
    }

    /** The account by our key, or else by its id; blank for none. */
    private String account(Row row) {
        return keys.toAccount()
                .flatMap(place -> row.command().fields().get(place))
                .map(value -> value.text())
                .orElseGet(
                        () -> row.id().map(id -> accounts.getOrDefault(id, "")).orElse(""));
    }

    private void read(List<Row> rows) {
        List<String> ids = rows.stream()
                .flatMap(row -> row.id().stream())
                .filter(id -> !accounts.containsKey(id))
                .sorted()
                .toList();
        Optional<FieldName> key = keys.toAccount();
        String columns = "SELECT Id, AccountId" + key.map(place -> ", " + place).orElse("") + " FROM "
                + rows.get(0).type() + " WHERE ";
        for (List<String> some : Batches.rows(ids, Batches.NAMED)) {
            for (JsonNode row : rest.query(columns + Soql.in("Id", some)).rows()) {
                String id = row.path("AccountId").asText("");
                String told = keys.of(OrgTypes.ACCOUNT)
                        .map(field -> row.path(Keys.ACCOUNT).path(field.text()).asText(""))
                        .orElse("");
                accounts.put(row.path("Id").asText(), told.isEmpty() ? id : told);
            }
        }
    }
}
