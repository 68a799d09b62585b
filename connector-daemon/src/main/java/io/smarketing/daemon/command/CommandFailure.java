package io.smarketing.daemon.command;

/** A command ends without having done what it was asked for; the message is a sentence for the person who asked. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exit;

    public CommandFailure(ExitCode exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    /** @param cause where it arose, for those who debug */
    public CommandFailure(ExitCode exit, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exit = exit;
    }

    public ExitCode exit() {
        return exit;
    }
}
