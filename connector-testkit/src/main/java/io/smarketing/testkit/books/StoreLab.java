package io.smarketing.testkit.books;

/** Where a contract suite's books stand: empty at first; who opens them again finds what was kept. */
@FunctionalInterface
public interface StoreLab {

    OpenBooks open();
}
