package io.smarketing.sandbox.org.error;

import java.util.List;

/** The org refuses a row or a call, for one or more reasons. */
public final class OrgError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Fault> faults;

    public OrgError(int status, List<Fault> faults) {
        super(faults.get(0).code() + ": " + faults.get(0).message());
        this.status = status;
        this.faults = List.copyOf(faults);
    }

    /** A bad request or a refused row. */
    public static OrgError bad(String code, String message, String... fields) {
        return new OrgError(400, List.of(Fault.of(code, message, fields)));
    }

    public static OrgError notFound() {
        return new OrgError(404, List.of(Fault.of("NOT_FOUND", "The requested resource does not exist")));
    }

    /** The HTTP status if this refuses a whole call. */
    public int status() {
        return status;
    }

    public List<Fault> faults() {
        return faults;
    }
}
