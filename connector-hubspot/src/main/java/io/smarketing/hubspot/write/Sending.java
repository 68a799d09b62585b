package io.smarketing.hubspot.write;

import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.read.MergedIds;
import io.smarketing.hubspot.read.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The way of rows to HubSpot, a hundred a call and several calls side by side. */
final class Sending {

    private static final String SAID_NOTHING = "HubSpot's answer said nothing of this row";

    private final Api api;
    private final Shape shape;
    private final MergedIds merged;

    Sending(Api api, Shape shape) {
        this.api = api;
        this.shape = shape;
        this.merged = new MergedIds(api, shape.type());
    }

    /** What came of each row; nothing is thrown but our own bugs. */
    Answers send(List<Row> rows) {
        Answers answers = new Answers();
        sendAll(Batches.of(rows, shape), answers);
        settleLeftOut(answers.leftOut(rows), answers);
        return answers;
    }

    private void sendAll(List<List<Row>> batches, Answers answers) {
        BatchCall call = new BatchCall(api, shape, answers);
        LookCall look = new LookCall(api, shape, answers);
        DeleteCall delete = new DeleteCall(api, shape, answers);
        List<Supplier<Boolean>> calls = new ArrayList<>();
        batches.forEach(batch -> calls.add(() -> {
            switch (batch.get(0).kind()) {
                case CREATE, UPDATE -> call.send(batch);
                case LOOK -> look.send(batch);
                case DELETE -> delete.send(batch);
            }
            return true;
        }));
        var outcomes = api.fan().each(calls);
        for (int i = 0; i < batches.size(); i++) {
            Optional<RuntimeException> failure = outcomes.get(i).failure();
            if (failure.isPresent()) {
                answers.failed(batches.get(i), notStarted(failure.get()));
            }
        }
    }

    /** Anything but a call that was never started is a bug of ours. */
    private static CrmException notStarted(RuntimeException failure) {
        if (failure instanceof CrmException notStarted) {
            return notStarted;
        }
        throw failure;
    }

    /** A batch keeps silent about a record that was merged away or deleted. */
    private void settleLeftOut(List<Row> rows, Answers answers) {
        List<String> updated =
                rows.stream().filter(r -> !r.isCreate()).map(Row::id).toList();
        try {
            Map<String, String> now = merged.idsNow(updated);
            rows.forEach(row -> answers.put(row, leftOut(row, now)));
        } catch (CrmException e) {
            rows.forEach(row -> answers.put(row, new WriteOutcome.Unknown(SAID_NOTHING)));
        }
    }

    private WriteOutcome leftOut(Row row, Map<String, String> now) {
        Optional<String> id = Optional.ofNullable(now.get(row.id()));
        if (row.isCreate() || id.filter(row.id()::equals).isPresent()) {
            return new WriteOutcome.Unknown(SAID_NOTHING);
        }
        return id.<WriteOutcome>map(i -> new WriteOutcome.Moved(shape.ref(i))).orElseGet(WriteOutcome.Gone::new);
    }
}
