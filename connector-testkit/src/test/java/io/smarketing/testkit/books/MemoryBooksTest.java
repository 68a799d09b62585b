package io.smarketing.testkit.books;

final class MemoryBooksTest implements StoreContract {

    private final MemoryBooks books = new MemoryBooks();

    @Override
    public StoreLab lab() {
        return () -> new OpenBooks(books, books, books, () -> {});
    }
}
