package io.smarketing.sandbox.kernel;

/**
 * Something that the person who starts the sandbox has to put right: a port in use, a data file that cannot be read, an
 * unknown switch. The message is a sentence that names the thing, the place and the remedy.
 */
public final class SandboxProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SandboxProblem(String sentence) {
        super(sentence);
    }

    public SandboxProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
