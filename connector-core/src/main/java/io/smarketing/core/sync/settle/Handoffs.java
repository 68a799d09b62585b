package io.smarketing.core.sync.settle;

import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.lifecycle.TrackRecord;
import io.smarketing.core.lifecycle.View;
import io.smarketing.core.sync.told.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Times the handoff of one pass: from the stage with which marketing hands over, to what humans did then. Pure. */
record Handoffs(Optional<Handoff> terms) {

    /** When the handoff began; empty before it. */
    private Optional<Instant> began(Progress progress) {
        return terms.flatMap(t -> Optional.ofNullable(progress.stamps().get(t.from())));
    }

    private boolean isOpen(Progress progress, Moment moment) {
        return progress.pass().detour().isEmpty()
                && progress.handover().at(moment).isEmpty();
    }

    /** Since when a first touch is looked for; empty if none is. */
    Optional<Instant> awaitsTouchSince(Progress progress) {
        return began(progress).filter(b -> isOpen(progress, Moment.TOUCHED));
    }

    /** True if the record shows an owner that the handoff waits for. */
    boolean isAssignedBy(Progress progress, Told told) {
        return began(progress).isPresent()
                && isOpen(progress, Moment.ASSIGNED)
                && told.record().stage().owned().isPresent();
    }

    /**
     * What both records tell of the handoff; what was told before never changes.
     *
     * @param isOut the person was on a detour before: owners and touches since are nobody's handoff
     */
    Progress heard(Progress progress, boolean isOut, List<Told> told, Fields neutral, Optional<TrackRecord> track) {
        Optional<Instant> began = began(progress);
        if (began.isEmpty()) {
            return progress;
        }
        Map<Moment, Instant> moments = new EnumMap<>(Moment.class);
        if (!isOut || progress.pass().detour().isEmpty()) {
            earliest(told.stream().flatMap(t -> t.record().stage().owned().stream()))
                    .ifPresent(at -> moments.put(Moment.ASSIGNED, at));
            earliest(told.stream().flatMap(t -> t.heard().touch().map(Touch::at).stream()))
                    .ifPresent(at -> moments.put(Moment.TOUCHED, at));
        }
        Optional<Edit> verdict = told.stream()
                .filter(t -> verdictField()
                        .filter(f -> t.reading().fields().text(f).equals(neutral.text(f)))
                        .isPresent())
                .flatMap(t -> t.heard().verdict().stream())
                .findFirst();
        Instant seen = told.get(0).readAt();
        verdictOf(neutral).ifPresent(m -> moments.put(m, verdict.map(Edit::at).orElse(seen)));
        moments.replaceAll((moment, at) -> later(at, began.get()).truncatedTo(ChronoUnit.SECONDS));
        moments.putAll(progress.handover().moments());
        Optional<Email> verdictBy =
                verdict.flatMap(Edit::who).or(() -> progress.handover().verdictBy());
        Optional<View> view = progress.handover().view().or(() -> view(progress, neutral, track));
        return progress.with(new Handover(moments, verdictBy, view));
    }

    private Optional<View> view(Progress progress, Fields neutral, Optional<TrackRecord> track) {
        if (!lacksView(progress)) {
            return Optional.empty();
        }
        String grade =
                terms.flatMap(Handoff::grading).flatMap(g -> g.grade(neutral)).orElse("");
        String source = terms.flatMap(Handoff::source).map(neutral::text).orElse("");
        String record =
                track.filter(t -> !source.isBlank()).map(t -> t.told(source)).orElse("");
        return Optional.of(new View(grade, source, record));
    }

    /** True if the handoff began before there was a view of it, and one is to be had now. */
    boolean lacksView(Progress progress) {
        return began(progress).isPresent()
                && progress.pass().detour().isEmpty()
                && progress.handover().view().isEmpty()
                && terms.filter(Handoff::hasView).isPresent();
    }

    /** The source of a lead whose handoff began between these two; empty if none did, or if it is not known. */
    Optional<String> handedOver(Progress before, Progress after) {
        boolean begins =
                began(before).isEmpty() || after.pass().number() > before.pass().number();
        return after.handover()
                .view()
                .filter(v -> begins && !v.source().isBlank())
                .map(View::source);
    }

    /** The mapped field that holds sales' verdict. */
    Optional<FieldName> verdictField() {
        return terms.flatMap(Handoff::verdict);
    }

    /** The mapped fields that a new pass begins without. */
    Set<FieldName> feedback() {
        return terms.map(Handoff::feedback).orElse(Set.of());
    }

    private Optional<Moment> verdictOf(Fields neutral) {
        return verdictField()
                .map(neutral::text)
                .filter(word -> !word.isBlank())
                .map(word -> word.equals(Handoff.ACCEPTED) ? Moment.ACCEPTED : Moment.REJECTED);
    }

    /** From the beginning of the handoff to that moment. */
    Optional<Duration> wallTime(Progress progress, Moment moment) {
        return began(progress).flatMap(b -> progress.handover().at(moment).map(at -> Duration.between(b, at)));
    }

    /** The part of that time in which people are at work. */
    Optional<Duration> businessTime(Progress progress, Moment moment) {
        return began(progress)
                .flatMap(b -> progress.handover()
                        .at(moment)
                        .map(at -> terms.orElseThrow().hours().between(b, at)));
    }

    private static Optional<Instant> earliest(Stream<Instant> times) {
        return times.min(Instant::compareTo);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
