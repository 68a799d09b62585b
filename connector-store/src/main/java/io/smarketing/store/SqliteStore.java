package io.smarketing.store;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.report.Overview;
import io.smarketing.core.sync.Ledger;
import io.smarketing.store.file.Database;
import io.smarketing.store.file.StoreException;
import io.smarketing.store.file.Workspace;
import io.smarketing.store.table.Workspaces;
import java.nio.file.Path;
import java.util.Map;

/** The books of one workspace in one SQLite file: all its calls may throw a {@link StoreException}. */
public final class SqliteStore implements AutoCloseable {

    private final Database database;
    private final String accounts;
    private final PersonBook people;
    private final Ledger ledger;
    private final Overview overview;

    private SqliteStore(Database database, Workspaces.Row workspace) {
        Books books = new Books(database, workspace.id());
        this.database = database;
        this.accounts = workspace.accounts();
        this.people = new SqlPersonBook(books);
        this.ledger = new SqlLedger(books);
        this.overview = new SqlOverview(books);
    }

    /**
     * Opens the store of these accounts for this process alone, and makes it if there is none.
     *
     * @param accounts each CRM's account: a store of others is refused
     */
    public static SqliteStore open(Path file, Map<CrmId, String> accounts) {
        return open(file, Database.toWrite(file), new Workspace(accounts).name());
    }

    private static SqliteStore open(Path file, Database database, String ours) {
        try {
            Workspaces.Row found = claim(database, ours);
            if (!found.accounts().equals(ours)) {
                throw new StoreException(
                        "The store " + file + " belongs to " + found.accounts() + ", but the configuration connects to "
                                + ours + ". Set another path for the store, or connect to the accounts it belongs to.",
                        null);
            }
            return new SqliteStore(database, found);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Workspaces.Row claim(Database database, String accounts) {
        database.change(handle -> {
            Workspaces workspaces = new Workspaces(handle);
            if (workspaces.only().isEmpty()) {
                workspaces.add(accounts);
            }
        });
        return database.ask(handle -> new Workspaces(handle).only().orElseThrow());
    }

    /** Opens whoever's store to read only, without knowing the accounts, also while another process writes it. */
    public static SqliteStore openToRead(Path file) {
        Database database = Database.toRead(file);
        try {
            return new SqliteStore(
                    database,
                    database.ask(handle -> new Workspaces(handle).only())
                            .orElseThrow(() ->
                                    new StoreException("The store " + file + " is empty. Run `sync` first.", null)));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Writes it, as it is at one moment, into a file that does not exist yet. */
    public void copyTo(Path copy) {
        database.copyTo(copy);
    }

    /** The accounts it belongs to, for people. */
    public String accounts() {
        return accounts;
    }

    public PersonBook people() {
        return people;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Overview overview() {
        return overview;
    }

    @Override
    public void close() {
        database.close();
    }
}
