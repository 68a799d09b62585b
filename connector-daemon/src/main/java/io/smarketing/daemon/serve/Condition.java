package io.smarketing.daemon.serve;

import java.time.Instant;

/**
 * How the daemon is.
 *
 * @param since when this began, by the daemon's own clock
 * @param sentence what is wrong; empty if nothing is
 * @param remedy what a person can do about it; empty if nothing is to be done
 */
public record Condition(Status status, Instant since, String sentence, String remedy) {

    /** The ways it can be. */
    public enum Status {
        /** Nothing has been read yet. */
        STARTING("starting"),
        /** Both CRMs hold the same, as far as they tell. */
        IN_STEP("in step"),
        /** There is more to do than a moment's work. */
        CATCHING_UP("catching up"),
        /** A CRM asks for patience, or does not answer: it passes by itself. */
        WAITING("waiting"),
        /** A person has to do something. */
        UNHEALTHY("unhealthy");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /** As people read it. */
        public String words() {
            return words;
        }
    }

    /** True if no work can be done. */
    public boolean isAiling() {
        return status == Status.WAITING || status == Status.UNHEALTHY;
    }
}
