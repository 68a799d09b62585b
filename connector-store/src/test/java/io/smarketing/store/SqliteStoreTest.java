package io.smarketing.store;

import io.smarketing.core.crm.record.Subject;
import io.smarketing.testkit.books.OpenBooks;
import io.smarketing.testkit.books.Samples;
import io.smarketing.testkit.books.StoreContract;
import io.smarketing.testkit.books.StoreLab;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest implements StoreContract {

    @TempDir
    private Path folder;

    @Override
    public StoreLab lab() {
        return () -> {
            SqliteStore store =
                    SqliteStore.open(folder.resolve("store.db"), Map.of(Samples.LEFT, "1", Samples.RIGHT, "2"));
            return new OpenBooks(
                    store.people(), store.ledger(), store.overview(EnumSet.allOf(Subject.class)), store::close);
        };
    }
}
