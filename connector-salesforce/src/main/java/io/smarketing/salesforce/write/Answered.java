package io.smarketing.salesforce.write;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.salesforce.error.OrgError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of one row: it was written, refused with errors, or its whole call failed.
 *
 * @param id the record that was written
 * @param isNew true if the record was made by this row
 * @param at the org's time of the answer
 */
record Answered(
        Row row,
        Optional<String> id,
        boolean isNew,
        List<OrgError> errors,
        Optional<CrmException> failure,
        Instant at) {

    Answered {
        errors = List.copyOf(errors);
    }

    static Answered written(Row row, String id, boolean isNew, Instant at) {
        return new Answered(row, Optional.of(id), isNew, List.of(), Optional.empty(), at);
    }

    static Answered refused(Row row, List<OrgError> errors, Instant at) {
        return new Answered(row, Optional.empty(), false, errors, Optional.empty(), at);
    }

    static Answered failed(Row row, CrmException failure) {
        return new Answered(row, Optional.empty(), false, List.of(), Optional.of(failure), Instant.EPOCH);
    }

    boolean isRefusedFor(FailureKind kind) {
        return errors.stream().anyMatch(e -> e.kind() == kind);
    }
}
