package io.smarketing.core.sync.settle;

import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Handoff.Lookout;
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
import java.util.SortedSet;
import java.util.TreeSet;
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
        Handover handover = progress.handover();
        boolean byOwner = lookout().owner().isPresent() && isOpen(progress, Moment.TOUCHED_BY_OWNER);
        if (isOpen(progress, Moment.TOUCHED) || byOwner) {
            return began(progress);
        }
        boolean enough = handover.further().size() + 1 >= lookout().tries();
        return began(progress)
                .filter(b -> progress.pass().detour().isEmpty() && !enough)
                .flatMap(b -> handover.further().isEmpty()
                        ? handover.at(Moment.TOUCHED)
                        : Optional.of(handover.further().last()))
                .map(last -> last.plusSeconds(1));
    }

    private Lookout lookout() {
        return terms.map(Handoff::lookout).orElse(Lookout.FIRST);
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
        boolean isIn = !isOut || progress.pass().detour().isEmpty();
        List<Touch> touches = told.stream()
                .filter(t -> isIn)
                .flatMap(t -> t.heard().touches().stream())
                .toList();
        Map<Moment, Instant> moments = touched(touches, neutral);
        earliest(told.stream().filter(t -> isIn).flatMap(t -> t.record().stage().owned().stream()))
                .ifPresent(at -> moments.put(Moment.ASSIGNED, at));
        Optional<Told> answered = answered(told, neutral);
        Optional<Edit> verdict = answered.flatMap(t -> t.heard().verdict());
        Instant seen = told.get(0).readAt();
        verdictOf(neutral).ifPresent(m -> moments.put(m, verdict.map(Edit::at).orElse(seen)));
        moments.replaceAll((moment, at) -> cut(at, began.get()));
        moments.putAll(progress.handover().moments());
        Optional<Email> verdictBy = verdict.flatMap(Edit::who)
                .or(() -> answered.flatMap(Handoffs::signed))
                .or(() -> progress.handover().verdictBy());
        Optional<View> view = progress.handover().view().or(() -> view(progress, neutral, track));
        Handover before = progress.handover();
        return progress.with(new Handover(
                moments,
                before.seen()
                        .or(() -> Optional.of(seen.truncatedTo(ChronoUnit.SECONDS))
                                .filter(at -> before.equals(Handover.NONE))),
                further(before, moments, touches, began.get()),
                verdictBy,
                view,
                before.standing(),
                before.answer()));
    }

    private Map<Moment, Instant> touched(List<Touch> touches, Fields neutral) {
        Map<Moment, Instant> moments = new EnumMap<>(Moment.class);
        earliest(touches.stream().map(Touch::at)).ifPresent(at -> moments.put(Moment.TOUCHED, at));
        earliest(touches.stream().filter(t -> isByOwner(t, neutral)).map(Touch::at))
                .ifPresent(at -> moments.put(Moment.TOUCHED_BY_OWNER, at));
        return moments;
    }

    /** By whoever owns the lead when it is heard of. */
    private boolean isByOwner(Touch touch, Fields neutral) {
        Optional<Email> owner = lookout().owner().map(neutral::text).flatMap(Email::in);
        return owner.isPresent() && touch.by().equals(owner);
    }

    /** The record whose verdict counts, if its CRM was asked who gave it. */
    private Optional<Told> answered(List<Told> told, Fields neutral) {
        return told.stream()
                .filter(t -> verdictField()
                        .filter(f -> t.reading().fields().text(f).equals(neutral.text(f)))
                        .isPresent())
                .filter(t -> t.heard().verdict().isPresent())
                .findFirst();
    }

    /** Where an app wrote the verdict for a user, the CRM knows the app only: then that user's address stands beside it. */
    private static Optional<Email> signed(Told told) {
        return told.map()
                .own()
                .handoff()
                .verdictBy()
                .flatMap(field -> Email.in(told.record().fields().text(field)))
                .filter(email -> email.address().contains("@"));
    }

    private SortedSet<Instant> further(
            Handover before, Map<Moment, Instant> moments, List<Touch> touches, Instant began) {
        SortedSet<Instant> further = new TreeSet<>(before.further());
        Optional<Instant> first = Optional.ofNullable(moments.get(Moment.TOUCHED));
        touches.stream()
                .map(t -> cut(t.at(), began))
                .sorted()
                .filter(at -> first.map(at::isAfter).orElse(false))
                .filter(at -> further.size() + 1 < lookout().tries())
                .forEach(further::add);
        return further;
    }

    private static Instant cut(Instant at, Instant began) {
        return later(at, began).truncatedTo(ChronoUnit.SECONDS);
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

    /** The mapped field in which marketing answers. */
    Optional<FieldName> changeField() {
        return terms.flatMap(t -> t.answers().change());
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
