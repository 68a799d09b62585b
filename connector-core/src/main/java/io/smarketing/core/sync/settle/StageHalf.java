package io.smarketing.core.sync.settle;

import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.told.Told;
import java.util.Map;
import java.util.Optional;

/** What is kept of a record's stage field: what it showed, and whether that counts for nothing, being an illegal move. */
record StageHalf(Half half) {

    private static final String REFUSED = "refused";
    private static final String LEFT = "left at ";

    /** What is kept of it; empty if it was never seen. */
    static Optional<StageHalf> of(Person person, Told told) {
        return person.in(told.crm())
                .filter(h -> h.principal().equals(told.ref()))
                .flatMap(h -> Optional.ofNullable(h.halves().get(Told.STAGE)))
                .map(StageHalf::new);
    }

    /** True if the field shows what it showed. */
    boolean isShownBy(Told told) {
        return half.value().text().equals(told.record().stage().value());
    }

    /** True if what it showed counts for nothing, and is to be undone. */
    boolean isRefused() {
        return half.mapping().equals(REFUSED);
    }

    /** True if what it showed stays there for as long as the person stands there. */
    boolean isLeft(Progress progress) {
        return half.mapping().equals(LEFT + progress.standing());
    }

    /** The person with what the field shows now. */
    static Person seen(Person person, Told told) {
        boolean same = of(person, told).filter(h -> h.isShownBy(told)).isPresent();
        return same ? person : kept(person, told, "");
    }

    /** The person with what the field shows now, a move that counts for nothing and is to be undone. */
    static Person refused(Person person, Told told) {
        return kept(person, told, REFUSED);
    }

    /** The person with what the field shows now, a move that stays as it is. */
    static Person left(Person person, Told told) {
        return kept(person, told, LEFT + person.progress().standing());
    }

    private static Person kept(Person person, Told told, String why) {
        if (told.map().own().stage().isEmpty() || person.in(told.crm()).isEmpty()) {
            return person;
        }
        Half now = Half.settled(FieldValue.of(told.record().stage().value()), why);
        return person.with(told.crm(), person.in(told.crm()).orElseThrow().with(Map.of(Told.STAGE, now)));
    }
}
