package io.smarketing.core.crm.provision;

import java.util.List;

/**
 * All that the product needs in one CRM account.
 *
 * @param lists views of records that wait for somebody; a CRM without such views leaves them out
 */
public record Blueprint(List<OwnField> fields, List<WorkList> lists) {

    public Blueprint {
        fields = List.copyOf(fields);
        lists = List.copyOf(lists);
    }
}
