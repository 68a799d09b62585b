package io.smarketing.sandbox.server;

/** A record that one of the sandbox's own endpoints was asked for is not there. */
final class NoSuchRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchRecord(String sentence) {
        super(sentence);
    }
}
