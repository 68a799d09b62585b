package io.smarketing.hubspot.write;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Unknown;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.hubspot.read.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way back of a lifecycle stage. HubSpot takes only a stage further on: a move back is answered with the stage that
 * stands (or, some say, refused), and is then carried out in two more requests, one that clears and one that sets. If
 * the second one never comes, the record is left without a stage, from which every stage is further on: so the
 * command, sent again, heals it.
 */
final class StepBack {

    private static final FieldName STAGE = FieldName.of("lifecyclestage");
    private static final Unknown BETWEEN =
            new Unknown("the lifecycle stage was to be moved back, and may have been cleared without being set");

    private final Sending sending;
    private final Shape shape;

    StepBack(Sending sending, Shape shape) {
        this.sending = sending;
        this.shape = shape;
    }

    /** Looks through what was answered, and moves back the stages that still stand. */
    void settle(List<Row> rows, Answers answers) {
        List<Row> still = rows.stream().filter(row -> stands(row, answers)).toList();
        if (still.isEmpty()) {
            return;
        }
        Map<Row, Row> clears = new LinkedHashMap<>();
        still.forEach(row -> clears.put(row, with(row, Fields.of(STAGE.text(), ""))));
        Answers cleared = sending.send(List.copyOf(clears.values()));
        Map<Row, Row> sets = new LinkedHashMap<>();
        clears.forEach((row, clear) -> {
            Optional<WriteOutcome> outcome = cleared.of(clear);
            if (outcome.filter(Written.class::isInstance).isPresent()) {
                sets.put(row, isWritten(row, answers) ? with(row, Fields.of(STAGE.text(), stage(row))) : row);
            } else if (outcome.filter(Refused.class::isInstance).isEmpty()) {
                answers.put(row, outcome.orElse(BETWEEN));
            }
        });
        Answers set = sending.send(List.copyOf(sets.values()));
        sets.forEach((row, last) -> answers.put(row, together(answers.of(row), set.of(last))));
    }

    /** True if the row's stage is one that HubSpot has, and it holds on to one further on. */
    private boolean stands(Row row, Answers answers) {
        if (row.kind() != Row.Kind.UPDATE || stage(row).isEmpty()) {
            return false;
        }
        List<String> order = shape.spec(STAGE).map(spec -> spec.options()).orElse(List.of());
        int sent = order.indexOf(stage(row));
        WriteOutcome outcome = answers.of(row).orElse(BETWEEN);
        if (outcome instanceof Written written) {
            String held = written.values().map(values -> values.text(STAGE)).orElse("");
            return sent >= 0 && sent < order.indexOf(held);
        }
        return sent >= 0
                && outcome instanceof Refused refused
                && refused.kind() == FailureKind.INVALID_VALUE
                && refused.field().filter(STAGE::equals).isPresent();
    }

    /** What was written first and what was set last; a record that may be without a stage is to be read again. */
    private static WriteOutcome together(Optional<WriteOutcome> first, Optional<WriteOutcome> last) {
        if (last.isEmpty() || !(last.get() instanceof Written set)) {
            return BETWEEN;
        }
        Fields before = first.filter(Written.class::isInstance)
                .flatMap(outcome -> ((Written) outcome).values())
                .orElse(Fields.NONE);
        return new Written(set.ref(), set.stamp(), set.values().map(before::with), set.at());
    }

    private static boolean isWritten(Row row, Answers answers) {
        return answers.of(row).filter(Written.class::isInstance).isPresent();
    }

    private static Row with(Row row, Fields fields) {
        WriteCommand.Update update = (WriteCommand.Update) row.command();
        return row.with(new WriteCommand.Update(update.ref(), fields, update.lane()));
    }

    private static String stage(Row row) {
        return row.command().fields().text(STAGE);
    }
}
