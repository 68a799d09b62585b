package io.smarketing.sandbox.kernel;

import java.util.Optional;

/** The calls that a CRM has to make of its own accord: who carries them asks for one after the other. */
public interface Posts {

    /** A CRM that calls nobody. */
    Posts NONE = new Posts() {
        @Override
        public Optional<Post> next() {
            return Optional.empty();
        }

        @Override
        public void answered(Post post, boolean taken) {
            // none was handed out
        }
    };

    /** What is to be sent now; empty if nothing is. */
    Optional<Post> next();

    /** @param taken it was answered with a success, and in time */
    void answered(Post post, boolean taken);
}
