package io.smarketing.testkit.crm;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.lead.FieldName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What goes wrong in a fake CRM, as a test orders it, and how often each call was made. Whatever runs before or after a
 * call may throw (a failed call, a killed process) or edit records (somebody was quicker).
 */
public final class Mishaps {

    private final Map<Call, Integer> made = new EnumMap<>(Call.class);
    private final List<Appointment> before = new ArrayList<>();
    private final List<Appointment> after = new ArrayList<>();
    private final List<Fate> fates = new ArrayList<>();
    private int stalls;

    /** Runs that before the nth call of this kind from now on, once. */
    public void before(Call call, int nth, Runnable event) {
        before.add(new Appointment(call, made(call) + nth, event));
    }

    /** Runs that after the nth call of this kind from now on has taken effect, before its answer is given, once. */
    public void after(Call call, int nth, Runnable event) {
        after.add(new Appointment(call, made(call) + nth, event));
    }

    /** Refuses each such row. */
    public void refuse(Predicate<WriteCommand> which, FailureKind kind, String sentence) {
        WriteOutcome refused = new WriteOutcome.Refused(kind, sentence, Optional.empty());
        fates.add(new Fate(which, false, refused));
    }

    /** Refuses each row that carries this field, for the sake of it. */
    public void refuse(FieldName field, FailureKind kind, String sentence) {
        WriteOutcome refused = new WriteOutcome.Refused(kind, sentence, Optional.of(field));
        fates.add(new Fate(command -> command.fields().get(field).isPresent(), false, refused));
    }

    /** Loses the answer of each such row; it does not take effect. */
    public void loseRequest(Predicate<WriteCommand> which) {
        fates.add(new Fate(which, false, new WriteOutcome.Unknown("The connection broke before the answer came.")));
    }

    /** Loses the answer of each such row after it took effect. */
    public void loseAnswer(Predicate<WriteCommand> which) {
        fates.add(new Fate(which, true, new WriteOutcome.Unknown("The connection broke before the answer came.")));
    }

    /** The next that many reads that go on with a listing tell nothing, and go on from where they were. */
    public void stall(int reads) {
        stalls = reads;
    }

    boolean stalls() {
        return stalls > 0 && stalls-- > 0;
    }

    /** No row is refused or lost any more, and nothing is waiting to happen. */
    public void heal() {
        stalls = 0;
        fates.clear();
        before.clear();
        after.clear();
    }

    /** How often that call was made. */
    public int made(Call call) {
        return made.getOrDefault(call, 0);
    }

    /** All calls made. */
    public int made() {
        return made.values().stream().mapToInt(Integer::intValue).sum();
    }

    void begin(Call call) {
        made.merge(call, 1, Integer::sum);
        happen(before, call);
    }

    void end(Call call) {
        happen(after, call);
    }

    private void happen(List<Appointment> appointments, Call call) {
        for (Appointment due : List.copyOf(appointments)) {
            if (due.call() == call && due.nth() == made(call)) {
                appointments.remove(due);
                due.event().run();
            }
        }
    }

    Optional<Fate> fate(WriteCommand command) {
        return fates.stream().filter(f -> f.which().test(command)).findFirst();
    }

    /** What becomes of a row. */
    record Fate(Predicate<WriteCommand> which, boolean takesEffect, WriteOutcome outcome) {}

    private record Appointment(Call call, int nth, Runnable event) {}
}
