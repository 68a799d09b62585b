package io.smarketing.hubspot.write;

import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.read.ContactShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts rows into batches: creates and updates apart, at most a hundred, and no two that claim the same thing. */
final class Batches {

    private final ContactShape shape;
    private final List<Batch> batches = new ArrayList<>();

    private Batches(ContactShape shape) {
        this.shape = shape;
    }

    static List<List<Row>> of(List<Row> rows, ContactShape shape) {
        Batches batches = new Batches(shape);
        rows.forEach(batches::add);
        return batches.batches.stream().map(b -> List.copyOf(b.rows)).toList();
    }

    private static final class Batch {
        private final boolean creates;
        private final List<Row> rows = new ArrayList<>();
        private final Set<String> claims = new HashSet<>();

        Batch(boolean creates) {
            this.creates = creates;
        }
    }

    private void add(Row row) {
        Set<String> claims = row.claims(shape);
        Batch batch = batches.stream()
                .filter(b -> b.creates == row.isCreate()
                        && b.rows.size() < Api.BATCH
                        && claims.stream().noneMatch(b.claims::contains))
                .findFirst()
                .orElseGet(() -> {
                    Batch made = new Batch(row.isCreate());
                    batches.add(made);
                    return made;
                });
        batch.rows.add(row);
        batch.claims.addAll(claims);
    }
}
