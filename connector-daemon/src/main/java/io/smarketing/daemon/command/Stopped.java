package io.smarketing.daemon.command;

/** What is done if the process is told to end (Ctrl-C, SIGTERM) while a command is at work. */
public final class Stopped {

    private final Thread hook;

    private Stopped(Thread hook) {
        this.hook = hook;
    }

    /** From now on, until it is {@linkplain #finished() finished}. */
    public static Stopped then(Runnable last) {
        Thread hook = new Thread(last, "stopped");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Stopped(hook);
    }

    /** The command has done its work: nothing is left to be done. */
    public void finished() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook at work: it does what has to be done
        }
    }
}
