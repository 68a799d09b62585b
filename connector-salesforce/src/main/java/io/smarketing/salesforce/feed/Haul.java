package io.smarketing.salesforce.feed;

import io.smarketing.salesforce.read.PersonRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One page of one source.
 *
 * @param people its rows, where they are people
 * @param touchedPeople contacts and leads of which it tells something, by id, with the stamp of the latest
 * @param touchedAccounts accounts that have changed, by id
 * @param began the org's time when the page was asked for
 * @param next where to go on
 */
record Haul(
        List<PersonRow> people,
        Map<String, Instant> touchedPeople,
        Set<String> touchedAccounts,
        Instant began,
        Position next) {

    Haul {
        people = List.copyOf(people);
        touchedPeople = Map.copyOf(touchedPeople);
        touchedAccounts = Set.copyOf(touchedAccounts);
    }
}
