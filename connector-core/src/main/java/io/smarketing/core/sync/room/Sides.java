package io.smarketing.core.sync.room;

import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.mapping.FieldPlace;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.ValueCodec.Coded;
import io.smarketing.core.merge.FieldSide;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import java.util.Optional;

/** Puts one field of two told records side by side, ready for the merge. */
record Sides(FieldSide a, FieldSide b) {

    /**
     * The two sides of a field; empty if it is not applicable on one of them.
     *
     * @throws NotCarried if a value cannot be turned into the other side's words
     */
    static Optional<Sides> of(FieldRule rule, Person person, Told a, Told b) throws NotCarried {
        Optional<Shown> shownA = shown(rule, person, a);
        Optional<Shown> shownB = shown(rule, person, b);
        if (shownA.isEmpty() || shownB.isEmpty()) {
            return Optional.empty();
        }
        Optional<FieldSide> sideA = shownA.get().beside(shownB.get());
        Optional<FieldSide> sideB = shownB.get().beside(shownA.get());
        return sideA.isEmpty() || sideB.isEmpty() ? Optional.empty() : Optional.of(new Sides(sideA.get(), sideB.get()));
    }

    /** The half of the base under the present mapping, settled by what the record shows if it was pending. */
    static Optional<Half> half(FieldRule rule, Person person, Told told) {
        return person.in(told.crm())
                .map(Holding::halves)
                .map(h -> h.get(rule.name()))
                .filter(h -> h.mapping().equals(rule.fingerprint()))
                .map(h -> settled(h, rule, told));
    }

    /** A pending half: last modified by ourselves, the value there is the half, whatever a trigger made of it. */
    private static Half settled(Half half, FieldRule rule, Told told) {
        if (!half.pending()) {
            return half;
        }
        Optional<FieldValue> now = told.map()
                .place(rule.name())
                .flatMap(p -> told.record().fields().get(p.spec().name()));
        boolean ours = told.record().modifiedBy() == Author.OURSELVES;
        boolean rewritten = ours && now.isPresent() && !now.get().equals(half.value());
        return new Half(
                rewritten ? now.get() : half.value(),
                false,
                half.standIn() && !rewritten,
                half.mapping(),
                half.bounce());
    }

    private static Optional<Shown> shown(FieldRule rule, Person person, Told told) throws NotCarried {
        Optional<FieldPlace> place = told.map().place(rule.name());
        String unreadable = told.reading().unreadable().get(rule.name());
        boolean heard = rule.policy().carriesFrom(told.crm());
        if (unreadable != null && heard) {
            throw new NotCarried(told.crm(), rule.name(), unreadable);
        }
        Optional<FieldValue> now =
                place.flatMap(p -> told.record().fields().get(p.spec().name()));
        // On the far side of a one-way field a word that we cannot read is simply another value.
        Optional<FieldValue> neutral =
                unreadable == null ? told.reading().fields().get(rule.name()) : now;
        if (now.isEmpty() || neutral.isEmpty()) {
            return Optional.empty();
        }
        Optional<Half> half = half(rule, person, told);
        boolean standsIn =
                half.map(h -> h.standIn() && h.value().equals(now.get())).orElse(false);
        return Optional.of(
                new Shown(told.crm(), place.get(), now.get(), standsIn ? FieldValue.BLANK : neutral.get(), half));
    }

    /** What one record shows of a field. */
    private record Shown(CrmId crm, FieldPlace place, FieldValue now, FieldValue neutral, Optional<Half> half) {

        Optional<FieldSide> beside(Shown other) throws NotCarried {
            Coded incoming = place.write(other.neutral());
            if (incoming instanceof Coded.NotApplicable) {
                return Optional.empty();
            }
            boolean wanted = place.rule().policy().carriesFrom(other.crm());
            if (incoming instanceof Coded.Unreadable u && wanted) {
                FieldName name = place.rule().name();
                throw new NotCarried(
                        other.crm(),
                        name,
                        "The value of " + other.place().spec().name() + " " + u.why());
            }
            Optional<FieldValue> value =
                    incoming instanceof Coded.Value v && place.isWritable() ? Optional.of(v.value()) : Optional.empty();
            return Optional.of(new FieldSide(crm, now, neutral, half, value, place.isRequired()));
        }
    }

    /** A value that cannot be carried; the message is a sentence for the admin without the value. */
    static final class NotCarried extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient CrmId source;
        private final transient FieldName field;

        NotCarried(CrmId source, FieldName field, String sentence) {
            super(sentence);
            this.source = source;
            this.field = field;
        }

        CrmId source() {
            return source;
        }

        FieldName field() {
            return field;
        }
    }
}
