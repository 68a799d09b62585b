package io.smarketing.store.file;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The store cannot be used. The message is a sentence that names the file and the remedy, and holds no personal data. */
public final class StoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public StoreException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
