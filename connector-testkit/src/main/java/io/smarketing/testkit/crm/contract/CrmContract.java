package io.smarketing.testkit.crm.contract;

/** What every adapter must do: a test class implements this, gives one {@link #lab()} per test and inherits the tests. */
public interface CrmContract
        extends FeedContract, ReaderContract, WriterContract, DepartureContract, DeletionContract, ActivityContract {}
