package io.smarketing.daemon.command.sync;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.loop.MappingMismatch;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.wiring.Wiring;
import io.smarketing.store.file.StoreException;

/** Opens the workspace of a configuration, does something with it, and turns what goes wrong into sentences. */
public final class SyncRun {

    private SyncRun() {}

    /** What is done with an open workspace. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Wiring wiring) throws GuardStop, InterruptedException;
    }

    /** Something that may fail as a sync can. */
    @FunctionalInterface
    public interface Doing<T> {
        T done() throws GuardStop, InterruptedException, MappingMismatch, InvalidConfiguration;
    }

    /** Opens the workspace and does the work; a failure becomes a {@link CommandFailure} with the exit code it deserves. */
    public static <T> T on(Configuration configuration, SyncListener listener, Work<T> work) {
        return told(() -> {
            try (Wiring wiring = new Wiring(configuration, listener)) {
                return work.with(wiring);
            }
        });
    }

    /** Does it; a failure becomes a {@link CommandFailure}. */
    public static <T> T told(Doing<T> doing) {
        try {
            return doing.done();
        } catch (MappingMismatch e) {
            throw failed(ExitCode.FAILED, "The mapping does not fit the CRMs:\n" + e.getMessage(), e);
        } catch (InvalidConfiguration e) {
            throw failed(ExitCode.FAILED, e.getMessage(), e);
        } catch (GuardStop e) {
            throw failed(ExitCode.GUARDED, e.getMessage(), e);
        } catch (CrmException | StoreException e) {
            throw failed(ExitCode.FAILED, e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(ExitCode.FAILED, "Interrupted: what was in flight is taken up at the next run.", e);
        }
    }

    private static CommandFailure failed(ExitCode code, String sentence, Exception cause) {
        return new CommandFailure(code, sentence, cause);
    }
}
