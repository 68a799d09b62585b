package io.smarketing.testkit.books;

/** What every store must do: a test class implements this, gives a fresh {@link #lab()} per test and inherits the tests. */
public interface StoreContract
        extends PeopleContract,
                SightingsContract,
                HandoffsContract,
                ErasuresContract,
                WavesContract,
                FactsContract,
                NoticesContract,
                QuestionsContract {}
