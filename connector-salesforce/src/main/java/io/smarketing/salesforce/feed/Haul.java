package io.smarketing.salesforce.feed;

import io.smarketing.salesforce.read.RecordRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One page of one source.
 *
 * @param records its rows, where they are the records themselves
 * @param touched records of which it tells something, by id, with the stamp of the latest
 * @param touchedAccounts accounts that have changed, by id
 * @param began the org's time when the page was asked for
 * @param next where to go on
 */
record Haul(
        List<RecordRow> records,
        Map<String, Instant> touched,
        Set<String> touchedAccounts,
        Instant began,
        Position next) {

    Haul {
        records = List.copyOf(records);
        touched = Map.copyOf(touched);
        touchedAccounts = Set.copyOf(touchedAccounts);
    }
}
