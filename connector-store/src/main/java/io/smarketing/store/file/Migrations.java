package io.smarketing.store.file;

import java.nio.file.Path;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings a store's tables to the form that this version of the product knows. Where Flyway's own list ends with the newest
 * migration nothing is left to do, and Flyway, which takes longer than all else that is done at a start, is not asked.
 */
final class Migrations {

    private static final String NEWEST = "16";
    private static final String LAST_RUN = """
            SELECT version FROM (SELECT * FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1)
            WHERE success""";

    private final Path file;
    private final DataSource source;

    Migrations(Path file, DataSource source) {
        this.file = file;
        this.source = source;
    }

    /** Migrates; a store of a newer version is refused untouched. */
    void run() {
        if (isDone()) {
            return;
        }
        Flyway flyway = flyway();
        refuseNewer(flyway);
        flyway.migrate();
        if (!isDone()) {
            throw new IllegalStateException("the newest migration is not number " + NEWEST);
        }
    }

    private boolean isDone() {
        return Jdbi.create(source)
                .withHandle(handle -> isBegun(handle)
                        && handle.createQuery(LAST_RUN)
                                .mapTo(String.class)
                                .findOne()
                                .filter(NEWEST::equals)
                                .isPresent());
    }

    private static boolean isBegun(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM sqlite_master WHERE name = 'flyway_schema_history'")
                .mapTo(Boolean.class)
                .one();
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:io/smarketing/store/sqlite")
                .loggers("slf4j")
                .load();
    }

    /** For who only reads: refuses a store that is not in this version's form. */
    void check() {
        if (isDone()) {
            return;
        }
        Flyway flyway = flyway();
        refuseNewer(flyway);
        if (flyway.info().pending().length > 0) {
            throw new StoreException(
                    "The store " + file
                            + " was made by an older version, or by none. Run `sync` once with this version;"
                            + " it brings the store up to date.",
                    null);
        }
    }

    private void refuseNewer(Flyway flyway) {
        boolean newer = Arrays.stream(flyway.info().applied())
                .map(MigrationInfo::getState)
                .anyMatch(s -> s.isApplied() && !s.isResolved());
        if (newer) {
            throw new StoreException(
                    "The store " + file + " was made by a newer version. Install that version again, or restore the"
                            + " backup of the store that belongs to this one.",
                    null);
        }
    }
}
