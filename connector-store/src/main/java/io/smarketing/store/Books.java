package io.smarketing.store;

import io.smarketing.store.file.Database;
import io.smarketing.store.table.Rows;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rows of one workspace in one database. */
record Books(Database database, long workspace) {

    <T> T ask(Function<Rows, T> question) {
        return database.ask(handle -> question.apply(new Rows(handle, workspace)));
    }

    void change(Consumer<Rows> change) {
        database.change(handle -> change.accept(new Rows(handle, workspace)));
    }

    void erase(Consumer<Rows> change) {
        database.erase(handle -> change.accept(new Rows(handle, workspace)));
    }
}
