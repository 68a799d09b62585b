package io.smarketing.store.file;

import java.nio.file.Path;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a store's tables to the form that this version of the product knows. */
final class Migrations {

    private final Path file;
    private final Flyway flyway;

    Migrations(Path file, DataSource source) {
        this.file = file;
        this.flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:io/smarketing/store/sqlite")
                .loggers("slf4j")
                .load();
    }

    /** Migrates; a store of a newer version is refused untouched. */
    void run() {
        refuseNewer();
        flyway.migrate();
    }

    /** For who only reads: refuses a store that is not in this version's form. */
    void check() {
        refuseNewer();
        if (flyway.info().pending().length > 0) {
            throw new StoreException(
                    "The store " + file
                            + " was made by an older version, or by none. Run `sync` once with this version;"
                            + " it brings the store up to date.",
                    null);
        }
    }

    private void refuseNewer() {
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
