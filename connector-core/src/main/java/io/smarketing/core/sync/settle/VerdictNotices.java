package io.smarketing.core.sync.settle;

import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.notice.Task;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Handoff.Notices;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.Posting;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people are told of a verdict that sales has just given: once in each pass for taking a lead, once for sending it back. */
record VerdictNotices(Optional<Handoff> terms) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm VV", Locale.ENGLISH);

    /** @param after as the person stands now, with the verdict; nothing is told of one that was there in this pass */
    List<Posting> of(Progress before, Person after, Fields neutral) {
        List<Posting> postings = new ArrayList<>();
        terms.ifPresent(handoff -> {
            for (Moment moment : List.of(Moment.ACCEPTED, Moment.REJECTED)) {
                Optional<Instant> at = after.progress().handover().at(moment).filter(a -> isNew(before, after, moment));
                at.ifPresent(when -> handoff.notices()
                        .forEach((crm, how) -> after.in(crm)
                                .ifPresent(held -> postings.addAll(
                                        new Telling(handoff, after, neutral, moment, when).in(crm, how, held)))));
            }
        });
        return postings;
    }

    private static boolean isNew(Progress before, Person after, Moment moment) {
        boolean anotherPass = after.progress().pass().number() > before.pass().number();
        return anotherPass || before.handover().at(moment).isEmpty();
    }

    /** One verdict in words. */
    private record Telling(Handoff handoff, Person person, Fields neutral, Moment moment, Instant at) {

        List<Posting> in(CrmId crm, Notices how, Holding held) {
            String verdict = handoff.verdict().map(neutral::text).orElse("");
            List<Posting> told = new ArrayList<>();
            if (how.notes().contains(verdict)) {
                told.add(posting("note", held, "Sales " + verdict + " this lead", Optional.empty()));
            }
            if (how.tasks().contains(verdict)) {
                Task task = new Task(at.plus(how.due()).atZone(handoff.hours().zone()), Optional.empty());
                told.add(posting("task", held, "Follow up: sales " + verdict + " this lead", Optional.of(task)));
            }
            return told;
        }

        private Posting posting(String kind, Holding held, String title, Optional<Task> task) {
            String event = "verdict-" + person.id() + "-"
                    + person.progress().pass().number() + "-" + moment.name().toLowerCase(Locale.ROOT) + "-" + kind;
            return Posting.of(person.id(), new Notice(event, held.principal(), title, body(), at, task));
        }

        private String body() {
            List<String> lines = new ArrayList<>();
            lines.add("When: " + WHEN.format(at.atZone(handoff.hours().zone())));
            person.progress().handover().verdictBy().ifPresent(who -> lines.add("Who: " + who.address()));
            for (FieldName field : handoff.feedback()) {
                String said = neutral.text(field);
                if (!said.isBlank() && !Optional.of(field).equals(handoff.verdict())) {
                    lines.add(label(field) + ": " + said);
                }
            }
            return String.join("\n", lines);
        }

        /** {@code rejectReason} as people write it: Reject reason. */
        private static String label(FieldName field) {
            String words = field.text()
                    .replaceAll("[_-]+", " ")
                    .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                    .toLowerCase(Locale.ROOT)
                    .strip();
            return words.isEmpty() ? field.text() : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
    }
}
