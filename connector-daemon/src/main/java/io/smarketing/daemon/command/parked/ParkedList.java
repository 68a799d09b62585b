package io.smarketing.daemon.command.parked;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.sync.Parked;
import io.smarketing.daemon.command.Harmless;
import io.smarketing.daemon.command.OutputOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is put aside, cause by cause; the rows pass through one at a time, since there may be very many.
 *
 * @param counts all rows, by cause
 */
record ParkedList(Map<FailureKind, Long> counts, Rows rows) {

    /** Gives the rows of a cause, as many as are wanted. */
    @FunctionalInterface
    interface Rows {
        void of(FailureKind cause, Consumer<Parked> each);
    }

    void print(PrintWriter out) {
        if (counts.isEmpty()) {
            out.println("Nothing is parked.");
        }
        counts.forEach((cause, count) -> {
            out.printf("%s: %,d (%s)%n", cause.word(), count, cause.sentence());
            out.println("  What to do: " + cause.remedy());
            long[] shown = {0};
            rows.of(cause, row -> {
                shown[0]++;
                print(row, out);
            });
            if (shown[0] < count) {
                out.printf("  ... and %,d more%n", count - shown[0]);
            }
            out.println();
        });
        if (!counts.isEmpty()) {
            out.println(
                    "Each is tried again as soon as its record changes, by every new run, or now: `smarketing retry`.");
        }
        out.flush();
    }

    private static void print(Parked row, PrintWriter out) {
        String field =
                row.field().map(f -> ", field " + Harmless.text(f.text())).orElse("");
        out.println("  " + row.source() + " to " + row.target() + field + ", since " + row.at());
        out.println("    " + Harmless.text(row.sentence()));
    }

    void json(PrintWriter out) {
        try (JsonGenerator json = OutputOption.generator(out)) {
            json.writeStartObject();
            json.writeNumberField(
                    "parked", counts.values().stream().mapToLong(n -> n).sum());
            json.writeArrayFieldStart("causes");
            for (Map.Entry<FailureKind, Long> cause : counts.entrySet()) {
                json(cause.getKey(), cause.getValue(), json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
        out.flush();
    }

    private void json(FailureKind cause, long count, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("cause", cause.word());
        json.writeNumberField("count", count);
        json.writeStringField("sentence", cause.sentence());
        json.writeStringField("remedy", cause.remedy());
        json.writeArrayFieldStart("rows");
        rows.of(cause, row -> json(row, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void json(Parked row, JsonGenerator json) {
        try {
            json.writeStartObject();
            json.writeStringField("crm", row.source().crm().name());
            json.writeStringField("type", row.source().type().name());
            json.writeStringField("id", row.source().id());
            json.writeStringField("target", row.target().name());
            json.writeStringField("field", row.field().map(FieldName::text).orElse(""));
            json.writeStringField("sentence", row.sentence());
            json.writeStringField("since", row.at().toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
