package io.smarketing.store;

import io.smarketing.core.alert.AlertBook;
import io.smarketing.core.commitment.CommitmentBook;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.feedback.FeedbackBook;
import io.smarketing.core.handoff.HandoffBook;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.watch.ClockBook;
import io.smarketing.core.sync.watch.WatchBooks;
import io.smarketing.store.clock.AcceptedAgreement;
import io.smarketing.store.clock.Agreements;
import io.smarketing.store.clock.Dues;
import io.smarketing.store.commitment.HandoffEvents;
import io.smarketing.store.commitment.Sums;
import io.smarketing.store.file.Database;
import io.smarketing.store.file.StoreException;
import io.smarketing.store.file.Workspace;
import io.smarketing.store.table.Workspaces;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The books of all subjects of two accounts in one SQLite file: all its calls may throw a {@link StoreException}. */
public final class SqliteStore implements AutoCloseable {

    private final Database database;
    private final String accounts;
    private final Map<Subject, Books> books = new EnumMap<>(Subject.class);

    SqliteStore(Database database) {
        this.database = database;
        for (Subject subject : Subject.values()) {
            database.ask(handle -> new Workspaces(handle).of(subject))
                    .ifPresent(found -> books.put(subject, new Books(database, found.id())));
        }
        this.accounts = workspace(database).orElseThrow().accounts();
    }

    private static Optional<Workspaces.Row> workspace(Database database) {
        return database.ask(handle -> new Workspaces(handle).of(Subject.PEOPLE));
    }

    /**
     * Opens the store of these accounts for this process alone, and makes it if there is none.
     *
     * @param accounts each CRM's account: a store of others is refused
     */
    public static SqliteStore open(Path file, Map<CrmId, String> accounts) {
        return open(file, Database.toWrite(file), new Workspace(accounts).name());
    }

    /** Makes sure that no other process has the store open to write; a {@link StoreException} names the one that has. */
    public static void requireFree(Path file) {
        Database.requireFree(file);
    }

    /** The same for a trial, which ends with this process: it does not wait until what it stores has reached the disk. */
    public static SqliteStore openToTry(Path file, Map<CrmId, String> accounts) {
        return open(file, Database.toTry(file), new Workspace(accounts).name());
    }

    private static SqliteStore open(Path file, Database database, String ours) {
        try {
            database.change(handle -> {
                Workspaces workspaces = new Workspaces(handle);
                String whose = workspaces
                        .of(Subject.PEOPLE)
                        .map(Workspaces.Row::accounts)
                        .orElse(ours);
                for (Subject subject : Subject.values()) {
                    workspaces.add(subject, whose);
                }
            });
            SqliteStore store = new SqliteStore(database);
            if (!store.accounts.equals(ours)) {
                throw new StoreException(
                        "The store " + file + " belongs to " + store.accounts + ", but the configuration connects to "
                                + ours + ". Set another path for the store, or connect to the accounts it belongs to.",
                        null);
            }
            return store;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Opens whoever's store to read only, without knowing the accounts, also while another process writes it. */
    public static SqliteStore openToRead(Path file) {
        return openAsItIs(file, Database.toRead(file));
    }

    /** Opens whoever's store to add what people say, also while another process writes it. */
    public static SqliteStore openToAdd(Path file) {
        return openAsItIs(file, Database.toAdd(file));
    }

    /** Opens whoever's store for this process alone, without knowing the accounts. */
    public static SqliteStore openAlone(Path file) {
        return openAsItIs(file, Database.toWrite(file));
    }

    private static SqliteStore openAsItIs(Path file, Database database) {
        try {
            if (workspace(database).isEmpty()) {
                throw new StoreException("The store " + file + " is empty. Run `sync` first.", null);
            }
            return new SqliteStore(database);
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
        return of(Subject.PEOPLE).book();
    }

    public Ledger ledger() {
        return of(Subject.PEOPLE).ledger();
    }

    /**
     * Of people, with what else is kept in step: what has been parked of a subject that is mapped no more is not told.
     *
     * @param mapped people, and the other subjects that are kept in step
     */
    public WholeOverview overview(Set<Subject> mapped) {
        Map<Subject, Books> some = new EnumMap<>(books);
        some.keySet().retainAll(mapped);
        return new WholeOverview(database, some);
    }

    public ClockBook clocks() {
        return of(Subject.PEOPLE).clocks();
    }

    /** All that the watch over promises keeps. */
    public WatchBooks watchBooks() {
        return new WatchBooks(clocks(), commitments(), feedback(), handoffs());
    }

    public CommitmentBook commitments() {
        return people(SqlCommitmentBook::new);
    }

    public HandoffBook handoffs() {
        return people(SqlHandoffBook::new);
    }

    public FeedbackBook feedback() {
        return people(SqlFeedbackBook::new);
    }

    /** What people are told outside of the CRMs. */
    public AlertBook alerts() {
        return people(SqlAlertBook::new);
    }

    /** All versions of the agreement that were accepted, by the time from which they hold. */
    public List<AcceptedAgreement> agreements() {
        return people(books -> books.ask(rows -> new Agreements(rows).all()));
    }

    /** Accepts a version, for good; its number must be new. Whoever was handed over since it holds is judged by it. */
    public void accept(AcceptedAgreement agreement) {
        people(books -> {
            books.change(rows -> {
                new Agreements(rows).add(agreement);
                new Dues(rows).everybody();
                new HandoffEvents(rows).everybody(agreement.effective());
                new Sums(rows).countAnew(agreement.effective());
            });
            return true;
        });
    }

    private <T> T people(Function<Books, T> what) {
        return Optional.ofNullable(books.get(Subject.PEOPLE)).map(what).orElseThrow();
    }

    /** The books of a subject. */
    public SubjectBooks of(Subject subject) {
        return Optional.ofNullable(books.get(subject))
                .map(SubjectBooks::of)
                .orElseThrow(() -> new IllegalStateException("the store has no books of " + subject.word()));
    }

    @Override
    public void close() {
        database.close();
    }
}
