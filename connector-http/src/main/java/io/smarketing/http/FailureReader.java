package io.smarketing.http;

import io.smarketing.core.crm.failure.CrmException;

/** An adapter's one table from an answer's status, headers and body to the way in which the call failed. */
@FunctionalInterface
public interface FailureReader {

    /** What an answer with a status of 300 or more means. Its sentence holds no personal data and no secret. */
    CrmException read(HttpAnswer answer);
}
