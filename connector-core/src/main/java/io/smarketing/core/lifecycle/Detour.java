package io.smarketing.core.lifecycle;

import java.util.List;

/**
 * A way out of the funnel from which a lead may come back, such as recycled or disqualified: the next entry begins a new
 * pass.
 *
 * @param name the team's word for it
 * @param backTo the stage that a CRM without a word for the detour shows meanwhile; stamps past it end with the pass
 * @param criteria what takes a lead there: all must hold; without any only people do
 */
public record Detour(String name, String backTo, List<Criterion> criteria) {

    public Detour {
        criteria = List.copyOf(criteria);
    }
}
