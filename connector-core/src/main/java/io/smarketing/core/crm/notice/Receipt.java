package io.smarketing.core.crm.notice;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import java.util.Optional;

/**
 * What came of one notice: it was posted unless there is a failure. Of an unknown outcome it may have been; of any other
 * failure it certainly was not.
 *
 * @param sentence why not, without any value
 */
public record Receipt(Optional<FailureKind> failure, String sentence) {

    public static final Receipt POSTED = new Receipt(Optional.empty(), "");

    public static Receipt failed(FailureKind kind, String sentence) {
        return new Receipt(Optional.of(kind), sentence);
    }

    /** The call that carried it failed. */
    public static Receipt failed(CrmException call) {
        return failed(call.kind(), String.valueOf(call.getMessage()));
    }
}
