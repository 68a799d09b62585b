package io.smarketing.daemon.command.feedback;

import io.smarketing.core.feedback.Answer;
import io.smarketing.core.feedback.Feedback;
import io.smarketing.core.feedback.Returned;
import io.smarketing.core.lead.Email;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.daemon.command.Columns;
import io.smarketing.daemon.command.Harmless;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leads that were sent back, as people and programs read them: by the ids of their records. */
final class FeedbackLines {

    private FeedbackLines() {}

    static List<String> text(List<Feedback> some, Map<PersonId, Person> people, Instant now) {
        if (some.isEmpty()) {
            return List.of("Nothing is to be acknowledged.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("SENT BACK", "AGE", "VERDICT", "REASON", "RECORD", "ANSWER"));
        some.forEach(f -> rows.add(List.of(
                f.lead().at().toString(),
                days(f, now) + " d",
                Harmless.text(f.lead().verdict(), 20) + (f.lead().isFitting() ? "" : remark(f.lead())),
                f.lead().reason().isEmpty() ? "-" : Harmless.text(f.lead().reason(), 40),
                records(f, people).stream().findFirst().orElse(f.lead().person().toString()),
                f.answer()
                        .map(a -> Harmless.text(a.by() + ": " + a.change(), 120))
                        .orElse("-"))));
        return Columns.laidOut(rows);
    }

    private static String remark(Returned lead) {
        return lead.touched() ? " (after contact)" : " (before contact)";
    }

    private static long days(Feedback feedback, Instant now) {
        Instant until = feedback.answer().map(Answer::at).orElse(now);
        return Math.max(0, Duration.between(feedback.lead().at(), until).toDays());
    }

    private static List<String> records(Feedback feedback, Map<PersonId, Person> people) {
        return Optional.ofNullable(people.get(feedback.lead().person())).stream()
                .flatMap(p -> p.holdings().values().stream())
                .map(Holding::principal)
                .map(ref -> Harmless.text(ref.toString()))
                .toList();
    }

    static Map<String, Object> json(Feedback feedback, Map<PersonId, Person> people, Instant now) {
        Returned lead = feedback.lead();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("person", lead.person().toString());
        told.put("records", records(feedback, people));
        told.put("pass", lead.pass());
        told.put("verdict", lead.verdict());
        told.put("reason", lead.reason());
        told.put("at", lead.at().toString());
        told.put("by", lead.by().map(Email::address).orElse(""));
        told.put("touched", lead.touched());
        told.put("fitting", lead.isFitting());
        told.put("acknowledged", feedback.answer().isPresent());
        told.put("ageDays", days(feedback, now));
        feedback.answer().ifPresent(a -> {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("at", a.at().toString());
            answer.put("by", a.by());
            answer.put("change", a.change());
            told.put("answer", answer);
        });
        return told;
    }
}
