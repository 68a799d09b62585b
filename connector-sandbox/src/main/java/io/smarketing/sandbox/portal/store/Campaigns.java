package io.smarketing.sandbox.portal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A portal's marketing campaigns, by their guid. */
public final class Campaigns {

    private final Map<String, Campaign> all = new TreeMap<>();

    /**
     * One campaign.
     *
     * @param influenced ids of the contacts that its assets have reached
     */
    public record Campaign(
            String id, Map<String, String> properties, Set<Long> influenced, long createdAt, long updatedAt) {

        public Campaign {
            properties = Map.copyOf(properties);
            influenced = Set.copyOf(influenced);
        }
    }

    public void put(Campaign campaign) {
        all.put(campaign.id(), campaign);
    }

    public void delete(String id) {
        all.remove(id);
    }

    public Optional<Campaign> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** All behind that one, in the order of their ids. */
    public List<Campaign> after(String id) {
        List<Campaign> rest = new ArrayList<>();
        all.values().stream().filter(c -> c.id().compareTo(id) > 0).forEach(rest::add);
        return rest;
    }
}
