package io.smarketing.simulation.people;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What became of one field of one person: all that was typed since both CRMs were last found in step. */
public final class Story {

    private final List<Typed> typed = new ArrayList<>();
    private final Set<FieldValue> carried = new LinkedHashSet<>();
    private List<FieldValue> settled = List.of();
    private boolean leftAlone;

    void type(Typed one) {
        typed.add(one);
    }

    /** Our own write brought this value to a CRM. */
    public void carry(FieldValue value) {
        carried.add(value);
    }

    /** The CRM did not take it. */
    public void refuse(FieldValue value) {
        carried.remove(value);
    }

    /** @param same what counts as the same value */
    public boolean wasCarried(FieldValue value, BiPredicate<FieldValue, FieldValue> same) {
        return carried.stream().anyMatch(c -> same.test(c, value));
    }

    public List<Typed> typed() {
        return List.copyOf(typed);
    }

    /** All that the field is known to have held. */
    public Stream<FieldValue> told() {
        Stream<FieldValue> all = typed.stream().flatMap(t -> Stream.of(t.before(), t.value()));
        return Stream.concat(settled.stream(), all);
    }

    /** What was typed last in a CRM. */
    public Optional<Typed> last(CrmId crm) {
        return typed.stream().filter(t -> t.ref().crm().equals(crm)).reduce((a, b) -> b);
    }

    /** True if the other CRM held that value, too, until somebody typed over it there. */
    public boolean wasInBoth(Typed one, BiPredicate<FieldValue, FieldValue> same) {
        return typed.stream()
                .anyMatch(t -> !t.ref().crm().equals(one.ref().crm()) && same.test(t.before(), one.value()));
    }

    /** True if a value was typed back in a CRM before anybody looked: as if nothing had been typed. */
    public boolean wasUndone(Typed last, BiPredicate<FieldValue, FieldValue> same) {
        FieldValue before = last.before();
        for (int i = typed.indexOf(last) - 1; i >= 0; i--) {
            Typed one = typed.get(i);
            if (one.ref().crm().equals(last.ref().crm())) {
                if (one.isTold()) {
                    break;
                }
                before = one.before();
            }
        }
        return same.test(before, last.value());
    }

    /** What both held when they were last found in step, if they ever were: one value, or two that might differ. */
    public List<FieldValue> settled() {
        return settled;
    }

    /** Both were found to differ, and may. */
    public boolean isLeftAlone() {
        return leftAlone;
    }

    /** Both are found in step, or found to differ as they may. */
    public void settle(Set<FieldValue> values) {
        settled = List.copyOf(values);
        leftAlone = values.size() > 1;
        typed.clear();
        carried.clear();
    }
}
