package io.smarketing.store.file;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** The one table from what the database reports to what an admin can do about it. */
final class StoreFailure {

    private static final int PRIMARY_CODE = 0xff;
    private static final String DAMAGED = " is damaged, or is no database. Restore it from a backup; or move it away:"
            + " the next run lists both CRMs again and recognises people by their key and e-mail.";

    private StoreFailure() {}

    /** The exception for people. Only the driver's own message is kept as cause: the layer above it quotes values. */
    static StoreException of(Path file, Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof SQLException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof SQLException sql) {
            return new StoreException("The store " + file + sentence(sql.getErrorCode() & PRIMARY_CODE), sql);
        }
        if (cause instanceof Damage) {
            return new StoreException("The store " + file + DAMAGED, cause);
        }
        return new StoreException(
                "The store " + file + " could not answer (" + cause.getClass().getSimpleName() + ").", null);
    }

    private static String sentence(int code) {
        return switch (code) {
            case 5, 6 ->
                " is locked by another program. Close what has it open (a database browser, a backup) and"
                        + " start again.";
            case 3, 8, 14 ->
                " cannot be opened for writing. Give this user write permission on the file and its"
                        + " folder, or set another path for the store.";
            case 11, 26 -> DAMAGED;
            case 13 -> " cannot grow: the disk is full. Make room and start again; what was recorded is kept.";
            case 10 ->
                " could not be read or written: the disk reports an error or is full. Check the disk, then start"
                        + " again.";
            case 19 -> " refused rows that contradict what it holds; nothing of them was stored.";
            default ->
                " could not answer (" + SQLiteErrorCode.getErrorCode(code).name() + ").";
        };
    }
}
