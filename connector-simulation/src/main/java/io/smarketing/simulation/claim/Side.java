package io.smarketing.simulation.claim;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.mapping.FieldPlace;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.ValueCodec.Coded;
import io.smarketing.simulation.people.Words;
import java.util.Optional;

/** What one CRM holds in a field of a human, in its own words and in neutral ones. */
record Side(RecordRef ref, FieldPlace place, FieldValue held, FieldValue neutral, boolean tracked) {

    static Optional<Side> of(Words words, RecordRef ref, FieldRule rule) {
        return words.place(ref.crm(), ref.type(), rule)
                .filter(place -> !words.links().isSilent(ref, place))
                .flatMap(place -> words.held(ref, place)
                        .flatMap(held -> Words.neutral(place, held)
                                .map(n -> new Side(ref, place, held, n, words.isTracked(ref, place)))));
    }

    /** What the other holds has no counterpart here: an owner who is nobody here. */
    boolean cannotSay(FieldValue other) {
        return !(place.write(other) instanceof Coded.Value);
    }

    boolean keepsFromBlank(FieldRule rule) {
        return !rule.policy().blankOverwrites() || !place.takesBlank();
    }
}
