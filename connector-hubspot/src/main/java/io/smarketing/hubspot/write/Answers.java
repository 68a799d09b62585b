package io.smarketing.hubspot.write;

import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Gathers what came of each row of one call of the writer, from calls that run side by side. */
final class Answers {

    private final Map<Row, WriteOutcome> outcomes = new ConcurrentHashMap<>();
    private final Map<Row, CrmException> failures = new ConcurrentHashMap<>();

    void put(Row row, WriteOutcome outcome) {
        outcomes.put(row, outcome);
    }

    /** The call that carried these rows failed. */
    void failed(List<Row> rows, CrmException failure) {
        for (Row row : rows) {
            if (failure.kind() == FailureKind.UNKNOWN_OUTCOME) {
                put(row, new WriteOutcome.Unknown(failure.getMessage()));
            } else {
                failures.put(row, failure);
            }
        }
    }

    /** What came of a row; empty if the call that carried it failed. */
    Optional<WriteOutcome> of(Row row) {
        return Optional.ofNullable(outcomes.get(row));
    }

    /** Rows of which HubSpot said nothing. */
    List<Row> leftOut(List<Row> rows) {
        return rows.stream()
                .filter(r -> !outcomes.containsKey(r) && !failures.containsKey(r))
                .toList();
    }

    /** One outcome per row; a failed call is thrown only if nothing can have been written by any. */
    List<WriteOutcome> of(List<Row> rows) {
        boolean nothingWritten = outcomes.values().stream()
                .noneMatch(o -> o instanceof WriteOutcome.Written || o instanceof WriteOutcome.Unknown);
        Optional<CrmException> failure =
                rows.stream().filter(failures::containsKey).map(failures::get).findFirst();
        if (nothingWritten && failure.isPresent()) {
            throw failure.get();
        }
        List<WriteOutcome> inOrder = new ArrayList<>();
        for (Row row : rows) {
            inOrder.add(Optional.ofNullable(outcomes.get(row))
                    .orElseGet(() -> new WriteOutcome.Unknown(Optional.ofNullable(failures.get(row))
                            .map(Throwable::getMessage)
                            .orElse("not answered"))));
        }
        return inOrder;
    }
}
