package io.smarketing.hubspot.write;

import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.read.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts rows into batches: creates, updates and deletes apart, at most a hundred, and no two that claim the same thing. */
final class Batches {

    private final Shape shape;
    private final List<Batch> batches = new ArrayList<>();

    private Batches(Shape shape) {
        this.shape = shape;
    }

    static List<List<Row>> of(List<Row> rows, Shape shape) {
        Batches batches = new Batches(shape);
        rows.forEach(batches::add);
        return batches.batches.stream().map(b -> List.copyOf(b.rows)).toList();
    }

    private static final class Batch {
        private final Row.Kind kind;
        private final List<Row> rows = new ArrayList<>();
        private final Set<String> claims = new HashSet<>();

        Batch(Row.Kind kind) {
            this.kind = kind;
        }
    }

    private void add(Row row) {
        Set<String> claims = row.claims(shape);
        Batch batch = batches.stream()
                .filter(b -> b.kind == row.kind()
                        && b.rows.size() < Api.BATCH
                        && claims.stream().noneMatch(b.claims::contains))
                .findFirst()
                .orElseGet(() -> {
                    Batch made = new Batch(row.kind());
                    batches.add(made);
                    return made;
                });
        batch.rows.add(row);
        batch.claims.addAll(claims);
    }
}
