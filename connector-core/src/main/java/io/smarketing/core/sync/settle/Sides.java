package io.smarketing.core.sync.settle;

import io.smarketing.core.crm.record.Author;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.mapping.FieldPlace;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.ValueCodec.Coded;
import io.smarketing.core.merge.FieldSide;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.told.Told;
import java.util.Optional;

/** Puts one field of two told records side by side, ready for the merge. */
record Sides(FieldSide a, FieldSide b) {

    /**
     * The two sides of a field; empty if it has no place on one of them, or if one of them says nothing (an owner whom
     * the other does not know) and the other no more than it did.
     *
     * @throws NotCarried if a value cannot be turned into the other side's words
     */
    static Optional<Sides> of(FieldRule rule, Person person, Told a, Told b) throws NotCarried {
        Optional<Shown> shownA = shown(rule, person, a);
        Optional<Shown> shownB = shown(rule, person, b);
        if (shownA.isEmpty() || shownB.isEmpty()) {
            return Optional.empty();
        }
        Shown x = shownA.get();
        Shown y = shownB.get();
        Said fromX = x.saidTo(y);
        Said fromY = y.saidTo(x);
        boolean tellsNothing = fromX.mute() && (fromY.mute() || y.half().isEmpty())
                || fromY.mute() && x.half().isEmpty();
        return tellsNothing ? Optional.empty() : Optional.of(new Sides(x.beside(fromX, fromY), y.beside(fromY, fromX)));
    }

    /**
     * The half of the base under the present mapping, settled by what the record shows if it was pending. What stands in for
     * a value is known as such without one, too: on a record that bears a key of ours, where the other side was in step with a
     * blank, and where it is read from another record, such as a contact's account.
     */
    static Optional<Half> half(FieldRule rule, Person person, Told told) {
        Optional<FieldPlace> place = told.map().place(rule.name());
        Optional<Half> standIn = place.flatMap(p -> standIn(p, told));
        if (standIn.isPresent() && !place.get().isWritable()) {
            return standIn;
        }
        return person.in(told.crm())
                .map(Holding::halves)
                .map(h -> h.get(rule.name()))
                .filter(h -> h.mapping().equals(rule.fingerprint()))
                .map(h -> settled(h, rule, told))
                .or(() -> standIn.filter(h -> !told.record().key().isEmpty() || wasBlank(rule, person, told)));
    }

    /** The other side's half is a blank: what stands here in its stead was not told by anybody. */
    private static boolean wasBlank(FieldRule rule, Person person, Told told) {
        return person.holdings().entrySet().stream()
                .filter(held -> !held.getKey().equals(told.crm()))
                .flatMap(held -> Optional.ofNullable(held.getValue().halves().get(rule.name())).stream())
                .anyMatch(half -> half.mapping().equals(rule.fingerprint())
                        && half.value().isBlank());
    }

    private static Optional<Half> standIn(FieldPlace place, Told told) {
        return place.standIn()
                .map(value -> new Half(value, false, true, place.rule().fingerprint(), Optional.empty()))
                .filter(half ->
                        told.now(place.rule().name()).filter(half::standsInAs).isPresent());
    }

    /** A pending half: last modified by ourselves, the value there is the half, whatever a trigger made of it. */
    private static Half settled(Half half, FieldRule rule, Told told) {
        if (!half.pending()) {
            return half;
        }
        Optional<FieldValue> now = told.now(rule.name());
        boolean related = told.map()
                .place(rule.name())
                .filter(p -> p.spec().is(Trait.RELATED))
                .isPresent();
        boolean ours = told.record().modifiedBy() == Author.OURSELVES && !related;
        boolean rewritten = ours && now.isPresent() && !now.get().equals(half.value());
        return new Half(
                rewritten ? now.get() : half.value(),
                false,
                half.standIn() && (!rewritten || half.standsInAs(now.get())),
                half.mapping(),
                half.bounce());
    }

    private static Optional<Shown> shown(FieldRule rule, Person person, Told told) throws NotCarried {
        Optional<FieldPlace> place = told.map().place(rule.name());
        Optional<FieldValue> now = told.now(rule.name());
        if (now.isEmpty()) {
            return Optional.empty();
        }
        boolean heeded = rule.policy().carriesFrom(told.crm());
        String unreadable = told.reading().unreadable().get(rule.name());
        if (unreadable != null && heeded) {
            throw new NotCarried(rule.name(), unreadable);
        }
        return Optional.of(new Shown(place.get(), told, now.get(), said(rule, person, told), half(rule, person, told)));
    }

    /** What the record says of a field in neutral words, if it can: what stands in for a value says blank. */
    static Optional<FieldValue> said(FieldRule rule, Person person, Told told) {
        return standsIn(rule, person, told)
                ? Optional.of(FieldValue.BLANK)
                : told.reading().fields().get(rule.name());
    }

    /** True if the record holds something that stands in for a value, and nobody has edited it. */
    static boolean standsIn(FieldRule rule, Person person, Told told) {
        Optional<FieldValue> now = told.now(rule.name());
        return half(rule, person, told)
                .filter(h -> now.filter(h::standsInAs).isPresent())
                .isPresent();
    }

    /** What one record shows of a field; its neutral value is absent if it has none. */
    private record Shown(
            FieldPlace place, Told told, FieldValue now, Optional<FieldValue> neutral, Optional<Half> half) {

        /** The value in the other's words. Of a side whose edits are not carried it need not have any. */
        Said saidTo(Shown other) throws NotCarried {
            FieldRule rule = place.rule();
            boolean heeded = rule.policy().carriesFrom(told.crm());
            Coded coded = neutral.map(other.place()::write).orElseGet(Coded.NotApplicable::new);
            if (coded instanceof Coded.Unreadable u && heeded) {
                throw new NotCarried(
                        rule.name(),
                        "The value of " + told.crm() + " " + told.record().ref().type() + "."
                                + place.spec().name() + " " + u.why() + ".");
            }
            Optional<FieldValue> value = coded instanceof Coded.Value v ? Optional.of(v.value()) : Optional.empty();
            return new Said(value, heeded && value.isEmpty());
        }

        /** A side that says nothing has not changed and holds nothing: an edit of the other is carried to it. */
        FieldSide beside(Said mine, Said others) {
            FieldRule rule = place.rule();
            return new FieldSide(
                    told.crm(),
                    now,
                    mine.mute() ? FieldValue.BLANK : neutral.orElse(now),
                    mine.mute() ? Optional.of(Half.settled(now, rule.fingerprint())) : half,
                    place.isWritable() ? others.value() : Optional.empty(),
                    !place.takesBlank());
        }
    }

    /** A side's value in the other's words; mute if it has none there and that is no fault. */
    private record Said(Optional<FieldValue> value, boolean mute) {}

    /** A value that cannot be carried; the message is a sentence for the admin without the value. */
    static final class NotCarried extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient FieldName field;

        NotCarried(FieldName field, String sentence) {
            super(sentence);
            this.field = field;
        }

        FieldName field() {
            return field;
        }
    }
}
