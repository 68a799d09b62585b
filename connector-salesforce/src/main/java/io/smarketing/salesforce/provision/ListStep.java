package io.smarketing.salesforce.provision;

import com.sforce.soap.metadata.FilterOperation;
import com.sforce.soap.metadata.FilterScope;
import com.sforce.soap.metadata.ListView;
import com.sforce.soap.metadata.ListViewFilter;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.WorkList;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soap.MetadataApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The list views in which people find what waits for them; how an admin arranges one is the admin's own. */
final class ListStep implements Step {

    private static final String KIND = "list view";

    /** Who a person is, in the list's own words for standard fields. */
    private static final Map<RecordType, List<String>> WHO = Map.of(
            OrgTypes.LEAD, List.of("FULL_NAME", "LEAD.COMPANY", "LEAD.STATUS", "CORE.USERS.ALIAS"),
            OrgTypes.CONTACT, List.of("FULL_NAME", "ACCOUNT.NAME", "CORE.USERS.ALIAS"));

    private final MetadataApi metadata;
    private Map<String, ListView> there = Map.of();

    ListStep(MetadataApi metadata) {
        this.metadata = metadata;
    }

    @Override
    public List<Part> look(Blueprint blueprint) {
        there = metadata.read(
                ListView.class,
                blueprint.lists().stream().map(ListStep::fullName).toList());
        List<Part> parts = new ArrayList<>();
        for (WorkList list : blueprint.lists()) {
            parts.add(
                    there.containsKey(fullName(list))
                            ? Part.present(KIND, fullName(list))
                            : Part.missing(KIND, fullName(list), list.label()));
        }
        return parts;
    }

    @Override
    public Map<String, String> make(Blueprint blueprint) {
        return metadata.create(blueprint.lists().stream()
                .filter(list -> !there.containsKey(fullName(list)))
                .map(ListStep::view)
                .toList());
    }

    private static String fullName(WorkList list) {
        return list.type() + "." + list.name();
    }

    private static ListView view(WorkList list) {
        ListView view = new ListView();
        view.setFullName(fullName(list));
        view.setLabel(list.label());
        view.setFilterScope(FilterScope.Everything);
        view.setColumns(Stream.concat(
                        WHO.getOrDefault(list.type(), List.of()).stream(),
                        list.columns().stream().map(FieldName::text))
                .toArray(String[]::new));
        view.setFilters(list.where().entrySet().stream()
                .map(e -> filter(e.getKey(), e.getValue()))
                .toArray(ListViewFilter[]::new));
        return view;
    }

    private static ListViewFilter filter(FieldName field, List<String> values) {
        ListViewFilter filter = new ListViewFilter();
        filter.setField(field.text());
        filter.setOperation(FilterOperation.equals);
        // a comma means "or"; without a value, "equals" means blank
        String value = String.join(",", values);
        if (!value.isEmpty()) {
            filter.setValue(value);
        }
        return filter;
    }
}
