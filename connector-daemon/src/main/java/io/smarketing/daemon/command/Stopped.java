package io.smarketing.daemon.command;

/** What is done if the process is told to end (Ctrl-C, SIGTERM) while a command is at work. */
public final class Stopped implements AutoCloseable {

    private final Thread hook;

    private Stopped(Thread hook) {
        this.hook = hook;
    }

    /** From now on, until it is closed. */
    public static Stopped then(Runnable last) {
        Thread hook = new Thread(last, "stopped");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Stopped(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook at work: it does what has to be done
        }
    }
}
