package io.smarketing.sandbox.server.http;

import io.smarketing.sandbox.kernel.Ask;

/**
 * Whoever watches the requests of both CRMs, on the thread that serves them: a test that kills the daemon at the k-th
 * request does it here.
 */
public interface Observer {

    /** Sees nothing. */
    Observer NONE = (moment, request) -> {};

    /** Called at both moments of every request. */
    void see(Moment moment, Request request);

    /** When a request is seen. */
    enum Moment {
        /** The CRM has done what was asked; nothing has been answered yet. */
        BEFORE_ANSWER,
        /** The whole answer has been handed to the network, or the connection was reset in its place. */
        AFTER_ANSWER
    }

    /**
     * One request.
     *
     * @param number counted from 1 over both CRMs, in the order of arrival
     * @param crm {@code hubspot} or {@code salesforce}
     * @param status the answer's status, 0 if the connection is reset in its place
     * @param write whether it was asked to change something
     */
    record Request(long number, String crm, Ask ask, int status, boolean write) {}
}
