package io.smarketing.core.mapping;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lifecycle.Moment;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The product's own fields about the handoff on one record type; each may be left out.
 *
 * @param at datetime fields: when it happened
 * @param minutes number fields: minutes since the handoff began
 * @param businessMinutes number fields: those of them within business hours
 * @param verdictBy holds the address of the user who gave the verdict
 * @param grade holds marketing's grade of the lead
 * @param sourceRecord holds how leads of the same source fared
 * @param slaDueAt datetime field: when the next promise is due
 * @param slaState holds how the promises stand
 */
public record HandoffFields(
        Map<Moment, FieldName> at,
        Map<Moment, FieldName> minutes,
        Map<Moment, FieldName> businessMinutes,
        Optional<FieldName> verdictBy,
        Optional<FieldName> grade,
        Optional<FieldName> sourceRecord,
        Optional<FieldName> slaDueAt,
        Optional<FieldName> slaState) {

    /** None at all. */
    public static final HandoffFields NONE =
            new HandoffFields(Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Nothing is told of the promises. */
    public HandoffFields(
            Map<Moment, FieldName> at,
            Map<Moment, FieldName> minutes,
            Map<Moment, FieldName> businessMinutes,
            Optional<FieldName> verdictBy,
            Optional<FieldName> grade,
            Optional<FieldName> sourceRecord) {
        this(at, minutes, businessMinutes, verdictBy, grade, sourceRecord, Optional.empty(), Optional.empty());
    }

    public HandoffFields {
        at = Map.copyOf(at);
        minutes = Map.copyOf(minutes);
        businessMinutes = Map.copyOf(businessMinutes);
    }

    /** All of them. */
    public Stream<FieldName> all() {
        return Stream.of(
                        at.values(),
                        minutes.values(),
                        businessMinutes.values(),
                        Stream.of(verdictBy, grade, sourceRecord, slaDueAt, slaState)
                                .flatMap(Optional::stream)
                                .toList())
                .flatMap(java.util.Collection::stream);
    }
}
