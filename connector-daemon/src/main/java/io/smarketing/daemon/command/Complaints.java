package io.smarketing.daemon.command;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.log.Wordless;
import io.smarketing.sandbox.kernel.SandboxProblem;
import io.smarketing.store.file.StoreException;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** How a command that failed says so: one clear line, and the stack only with {@code --debug}. */
public final class Complaints implements IExecutionExceptionHandler {

    private final BooleanSupplier debugging;

    /** @param debugging whether stacks are wanted */
    public Complaints(BooleanSupplier debugging) {
        this.debugging = debugging;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        boolean debug = debugging.getAsBoolean();
        err.println(sentence(failure, debug));
        if (debug) {
            Wordless.of(failure).printStackTrace(err);
        }
        err.flush();
        return exit(failure).code();
    }

    private static ExitCode exit(Exception failure) {
        if (failure instanceof SandboxProblem problem && problem.isOfSwitch()) {
            return ExitCode.USAGE;
        }
        return failure instanceof CommandFailure known ? known.exit() : ExitCode.FAILED;
    }

    private static String sentence(Exception failure, boolean debug) {
        if (failure instanceof InvalidConfiguration
                || failure instanceof CommandFailure
                || failure instanceof CrmException
                || failure instanceof StoreException
                || failure instanceof SandboxProblem) {
            return failure.getMessage();
        }
        // The message of a failure that nobody foresaw may hold anything, also what a lead typed.
        return "smarketing: this is a bug of ours, " + failure.getClass().getSimpleName()
                + (debug ? ":" : "; run it again with --debug and report what it prints");
    }
}
