package io.smarketing.sandbox.kernel;

/**
 * Something that the person who starts the sandbox has to put right: a port in use, a data file that cannot be read, an
 * unknown switch. The message is a sentence that names the thing, the place and the remedy.
 */
public final class SandboxProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean ofSwitch;

    public SandboxProblem(String sentence) {
        this(sentence, false);
    }

    private SandboxProblem(String sentence, boolean ofSwitch) {
        super(sentence);
        this.ofSwitch = ofSwitch;
    }

    /** A switch that is not known, or does not take that value. */
    public static SandboxProblem ofSwitch(String sentence) {
        return new SandboxProblem(sentence, true);
    }

    public SandboxProblem(String sentence, Throwable cause) {
        super(sentence, cause);
        this.ofSwitch = false;
    }

    /** Whether it is the command line, or a request, that is wrong. */
    public boolean isOfSwitch() {
        return ofSwitch;
    }
}
