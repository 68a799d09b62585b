package io.smarketing.sandbox.portal.write;

import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.Edit;
import io.smarketing.sandbox.portal.store.Source;
import io.smarketing.sandbox.portal.store.Table;
import java.util.ArrayDeque;
import java.util.Map;

/** The stage dates that are still being computed: they arrive on their record some time after the stage. */
public final class StageDates {

    private final Crm crm;
    private final ArrayDeque<Due> waiting = new ArrayDeque<>();

    public StageDates(Crm crm) {
        this.crm = crm;
    }

    void add(Due due) {
        waiting.addLast(due);
    }

    /** Writes all that are due by the wall clock; like every change they move the record's stamp. */
    public void settle() {
        while (!waiting.isEmpty() && waiting.peekFirst().wallMs() <= crm.wallMs()) {
            Due due = waiting.removeFirst();
            Table table = crm.table(due.type());
            table.find(due.id()).ifPresent(record -> {
                Edit edit = Edit.of(record);
                due.values().forEach((slot, value) -> edit.set(slot, value, crm.now(), Source.CALCULATED));
                if (edit.changed()) {
                    table.put(edit.done(Math.max(crm.now(), record.updatedAt())));
                }
            });
        }
    }

    /** Values by slot that one record will get, and when. */
    public record Due(ObjectType type, long id, Map<Integer, String> values, long wallMs) {

        public Due {
            values = Map.copyOf(values);
        }
    }
}
