package io.smarketing.salesforce.feed;

import io.smarketing.salesforce.read.PersonRow;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One page of one source.
 *
 * @param people its rows, where they are people
 * @param touchedPeople contacts and leads that it says have changed, by id
 * @param touchedAccounts accounts that have changed, by id
 * @param began the org's time when the page was asked for
 * @param next where to go on
 */
record Haul(
        List<PersonRow> people, Set<String> touchedPeople, Set<String> touchedAccounts, Instant began, Position next) {

    Haul {
        people = List.copyOf(people);
        touchedPeople = Set.copyOf(touchedPeople);
        touchedAccounts = Set.copyOf(touchedAccounts);
    }
}
