package io.smarketing.core.sync.settle;

import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.handoff.Testimony.How;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.lifecycle.StageTelling;
import io.smarketing.core.lifecycle.StageTelling.Shown;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.told.Told;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What each record says of when a person came to a stage or a moment of the handoff. */
record Testimonies(Tellings tellings) {

    /** @param after the person as settled; only what is new since is testified to */
    List<Testimony> of(Person before, Person after, List<Told> told) {
        Progress from = before.progress();
        Progress now = after.progress();
        boolean back = now.pass().number() > from.pass().number();
        List<Testimony> said = new ArrayList<>();
        now.stamps().forEach((stage, at) -> {
            if (!at.equals(from.stamps().get(stage))) {
                said.addAll(stage(before, now, stage, told));
            }
        });
        now.handover().moments().forEach((moment, at) -> {
            if (back || from.handover().at(moment).isEmpty()) {
                told.forEach(t ->
                        moment(moment, at, t).ifPresent(w -> said.add(word(before, now, name(moment), t, w))));
            }
        });
        return said;
    }

    /** How a record knows of something, and when that was. */
    private record Word(How how, Instant at) {}

    private static Testimony word(Person person, Progress now, String event, Told told, Word word) {
        return new Testimony(person.id(), now.pass().number(), event, word.at(), told.ref(), word.how(), told.readAt());
    }

    private List<Testimony> stage(Person before, Progress now, String stage, List<Told> told) {
        List<Testimony> said = new ArrayList<>();
        for (Told t : told) {
            stage(tellings.of(before, t), stage, now.pass().since())
                    .ifPresent(w -> said.add(word(before, now, stage, t, w)));
        }
        if (said.isEmpty()) {
            Instant at = now.stamps().get(stage);
            said.add(word(before, now, stage, told.get(0), new Word(How.CRITERIA, at)));
        }
        return said;
    }

    private static Optional<Word> stage(StageTelling telling, String stage, Instant since) {
        Map<How, Map<String, Instant>> sources = new LinkedHashMap<>();
        sources.put(How.OUR_STAMP, telling.own());
        sources.put(How.CRM_DATE, telling.dates());
        sources.put(How.HISTORY, telling.history());
        sources.put(How.FACT, telling.facts());
        boolean seen = telling.shown() != Shown.AS_KNOWN && telling.field().equals(Optional.of(stage));
        sources.put(How.FIRST_SEEN, seen ? Map.of(stage, telling.readAt()) : Map.of());
        return sources.entrySet().stream()
                .flatMap(s -> Optional.ofNullable(s.getValue().get(stage)).filter(since::isBefore).stream()
                        .map(at -> new Word(s.getKey(), at)))
                .findFirst();
    }

    private static Optional<Word> moment(Moment moment, Instant at, Told told) {
        return switch (moment) {
            case ASSIGNED -> told.record().stage().owned().map(since -> new Word(How.OWNER, since));
            case TOUCHED ->
                told.heard().touches().stream()
                        .map(t -> t.at())
                        .min(Instant::compareTo)
                        .map(t -> new Word(How.ACTIVITY, t));
            case TOUCHED_BY_OWNER ->
                told.heard().touches().stream()
                        .map(t -> t.at())
                        .filter(t -> t.truncatedTo(ChronoUnit.SECONDS).equals(at))
                        .findFirst()
                        .map(t -> new Word(How.ACTIVITY, t));
            case ACCEPTED, REJECTED -> told.heard().verdict().map(e -> new Word(How.HISTORY, e.at()));
        };
    }

    private static String name(Moment moment) {
        return moment.name().toLowerCase(Locale.ROOT);
    }
}
