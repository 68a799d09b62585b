package io.smarketing.store.file;

import java.io.Serial;

/** What stands in the store cannot be read. It tells where that was seen, and nothing of what stands there. */
public final class Damage extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public Damage(Exception seen) {
        super("what stands in the store cannot be read: " + seen.getClass().getSimpleName());
        setStackTrace(seen.getStackTrace());
    }
}
