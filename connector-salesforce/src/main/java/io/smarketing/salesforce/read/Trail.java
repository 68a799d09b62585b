package io.smarketing.salesforce.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.rest.Found;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Follows records that are not what they were, through conversions and merges, to where they are now. */
public final class Trail {

    /** A lead that was merged, whose master was merged, that was converted: more is not followed. */
    static final int STEPS = 6;

    private final CrmId crm;
    private final Rest rest;
    private final Fan fan;

    public Trail(CrmId crm, Rest rest, Fan fan) {
        this.crm = crm;
        this.rest = rest;
        this.fan = fan;
    }

    /** The living record that each is now, most often itself; one that is gone or unknown is left out. */
    public Map<RecordRef, RecordRef> of(Collection<RecordRef> refs) {
        Map<RecordRef, RecordRef> found = new HashMap<>();
        Map<RecordRef, RecordRef> wayTo = new LinkedHashMap<>();
        refs.forEach(ref -> wayTo.put(ref, ref));
        for (int step = 0; step < STEPS && !wayTo.isEmpty(); step++) {
            Map<RecordRef, Standing> standing = standing(new HashSet<>(wayTo.values()));
            Map<RecordRef, RecordRef> next = new HashMap<>();
            wayTo.forEach((asked, at) -> {
                Optional<Standing> here = Optional.ofNullable(standing.get(at));
                here.filter(Standing::lives).ifPresent(s -> found.put(asked, at));
                here.flatMap(Standing::now).ifPresent(id -> next.put(asked, ref(OrgTypes.ofId(id), id)));
            });
            wayTo.clear();
            wayTo.putAll(next);
        }
        return found;
    }

    /** A reference to a record of this org. */
    public RecordRef ref(RecordType type, String id) {
        return new RecordRef(crm, type, id);
    }

    private Map<RecordRef, Standing> standing(Collection<RecordRef> refs) {
        Map<RecordRef, Standing> standing = new HashMap<>();
        List<Supplier<Found>> calls = new ArrayList<>();
        for (RecordType type : refs.stream().map(RecordRef::type).collect(Collectors.toCollection(TreeSet::new))) {
            List<String> ids = refs.stream()
                    .filter(r -> r.type().equals(type))
                    .map(RecordRef::id)
                    .sorted()
                    .toList();
            String select = "SELECT Id, " + String.join(", ", Standing.columns(type)) + " FROM " + type + " WHERE ";
            Batches.rows(ids, Batches.NAMED)
                    .forEach(batch -> calls.add(() -> rest.queryAll(select + Soql.in("Id", batch))));
        }
        for (Found found : fan.all(calls)) {
            for (JsonNode row : found.rows()) {
                String id = row.path("Id").asText();
                standing.put(ref(OrgTypes.ofId(id), id), Standing.of(row));
            }
        }
        return standing;
    }
}
