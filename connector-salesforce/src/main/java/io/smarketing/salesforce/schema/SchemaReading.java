package io.smarketing.salesforce.schema;

import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.rest.Rest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads what the org looks like, as far as something of it is wanted: all at once, one call an object. */
public record SchemaReading(Rest rest, Fan fan, Wanted wanted, Keys keys) {

    /** The schema; its users are read along. */
    public OrgSchema read(Users users) {
        List<RecordType> types = types();
        List<Supplier<Description>> calls = new ArrayList<>();
        types.forEach(type -> calls.add(() -> Description.in(rest.describe(type.name()))));
        calls.add(() -> {
            users.read();
            return Description.NONE;
        });
        List<Description> told = fan.all(calls);
        Map<RecordType, Description> all = new HashMap<>();
        for (int i = 0; i < types.size(); i++) {
            all.put(types.get(i), told.get(i));
        }
        return new OrgSchema(linked(all), users, new Queues(rest), new PermissionSets(rest), new OrgZone(rest));
    }

    private List<RecordType> types() {
        List<RecordType> types = new ArrayList<>(List.of(OrgTypes.CONTACT, OrgTypes.LEAD));
        if (wanted.types().containsKey(OrgTypes.ACCOUNT) || isAccountReached()) {
            types.add(OrgTypes.ACCOUNT);
        }
        if (wanted.types().containsKey(OrgTypes.OPPORTUNITY)) {
            types.add(OrgTypes.OPPORTUNITY);
        }
        return types;
    }

    private boolean isAccountReached() {
        return wanted.types().values().stream()
                .flatMap(type -> type.fields().stream())
                .anyMatch(field -> field.text().startsWith(Keys.ACCOUNT + "."));
    }

    private Map<RecordType, Description> linked(Map<RecordType, Description> told) {
        Map<RecordType, Description> linked = new HashMap<>(told);
        Description account = told.getOrDefault(OrgTypes.ACCOUNT, Description.NONE);
        linked.computeIfPresent(OrgTypes.CONTACT, (type, contact) -> contact.belongingTo(account, keys));
        linked.computeIfPresent(
                OrgTypes.OPPORTUNITY,
                (type, opportunity) -> opportunity.belongingTo(account, keys).naming(told.get(OrgTypes.CONTACT), keys));
        return linked;
    }
}
