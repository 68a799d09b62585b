package io.smarketing.sandbox.portal.write;

import io.smarketing.sandbox.portal.schema.Iso;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.Edit;
import io.smarketing.sandbox.portal.store.Source;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rule of the lifecycle stage: through the API it only moves forward, and entering one is dated. */
record StageRule(Crm crm) {

    static final String NAME = "lifecyclestage";

    /** Brings the stage into the record, or leaves it where it is; the dates that come later are returned. */
    List<StageDates.Due> apply(Schema schema, Edit edit, String wanted, Origin origin) {
        Property stage = schema.find(NAME).orElseThrow();
        String current = edit.at(stage.slot());
        if (wanted.equals(current) || !allowed(stage, current, wanted, origin)) {
            return List.of();
        }
        long entered = entered(schema, edit, wanted, origin);
        edit.set(stage.slot(), wanted, entered, origin.source());
        Map<Integer, String> dates = new LinkedHashMap<>();
        String time = Iso.of(entered);
        if (!current.isEmpty()) {
            date(dates, schema, "hs_v2_date_exited_" + current, time);
            if (wanted.isEmpty() && crm.quirks().on(Quirks.CLEAR_STAGE_DATES)) {
                date(dates, schema, became(current), "");
                date(dates, schema, "hs_v2_date_entered_" + current, "");
            }
        }
        if (!wanted.isEmpty()) {
            date(dates, schema, became(wanted), time);
            date(dates, schema, "hs_v2_date_entered_" + wanted, time);
            date(dates, schema, "hs_v2_date_entered_current_stage", time);
        }
        long delay = crm.quirks().duration(Quirks.STAGE_DATE_DELAY).toMillis();
        if (delay > 0) {
            return List.of(new StageDates.Due(schema.type(), edit.id(), dates, crm.wallMs() + delay));
        }
        dates.forEach((slot, value) -> edit.set(slot, value, entered, Source.CALCULATED));
        return List.of();
    }

    private boolean allowed(Property stage, String current, String wanted, Origin origin) {
        List<String> order = stage.ordered();
        boolean backward = !wanted.isEmpty() && order.indexOf(wanted) < order.indexOf(current);
        String way = crm.quirks().text(Quirks.BACKWARD_STAGE, "ignored");
        if (!backward || origin.inside() || way.equals("accepted")) {
            return true;
        }
        if (way.equals("error")) {
            throw Checks.refusal(NAME, "INVALID_LIFECYCLE_STAGE", "The lifecycle stage cannot be moved backward.");
        }
        return false;
    }

    /** When the stage began: a data file may know better than the clock. */
    private long entered(Schema schema, Edit edit, String wanted, Origin origin) {
        if (!origin.inside() || wanted.isEmpty() || !edit.isFresh()) {
            return origin.at();
        }
        String told = edit.at(schema.slot(became(wanted)));
        return Iso.read(told.isEmpty() ? edit.at(Schema.CREATED) : told)
                .map(Instant::toEpochMilli)
                .orElse(origin.at());
    }

    private static String became(String stage) {
        return "hs_lifecyclestage_" + stage + "_date";
    }

    private static void date(Map<Integer, String> dates, Schema schema, String name, String time) {
        schema.find(name).ifPresent(property -> dates.put(property.slot(), time));
    }
}
