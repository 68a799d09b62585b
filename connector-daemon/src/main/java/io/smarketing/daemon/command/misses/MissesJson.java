package io.smarketing.daemon.command.misses;

import io.smarketing.core.commitment.Miss;
import io.smarketing.core.commitment.Remark;
import io.smarketing.core.lead.Email;
import io.smarketing.daemon.command.commitments.CommitmentsJson;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Misses as a program reads them: a list, also an empty one; an empty text is none. */
final class MissesJson {

    private MissesJson() {}

    static List<Map<String, Object>> of(List<MissStory> misses, LocalDate today) {
        return misses.stream().map(m -> of(m, today)).toList();
    }

    private static Map<String, Object> of(MissStory story, LocalDate today) {
        Miss miss = story.miss();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", miss.id());
        told.put("state", miss.state().word());
        told.put("overdue", miss.isOverdue(today));
        told.put("owner", address(miss.owner()));
        told.put("deadline", day(miss.decision().flatMap(Remark::deadline)));
        told.putAll(CommitmentsJson.goal(miss.verdict().goal()));
        told.put("over", miss.verdict().at().toString());
        told.putAll(CommitmentsJson.score(miss.verdict().score()));
        told.put(
                "causes",
                miss.verdict().causes().stream().map(CommitmentsJson::part).toList());
        told.put("broken", story.broken().stream().map(MissesJson::broken).toList());
        told.put("remarks", miss.remarks().stream().map(MissesJson::remark).toList());
        return told;
    }

    private static Map<String, Object> broken(MissStory.Broken broken) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("owner", broken.breach().owner());
        told.put("person", broken.breach().person().toString());
        told.put("records", broken.records());
        told.put("due", broken.breach().due().toString());
        told.put("late", broken.breach().late());
        return told;
    }

    private static Map<String, Object> remark(Remark remark) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", remark.kind().word());
        told.put("at", remark.at().toString());
        told.put("by", remark.by().address());
        told.put("text", remark.text());
        told.put("owner", address(remark.owner()));
        told.put("deadline", day(remark.deadline()));
        return told;
    }

    private static String address(Optional<Email> email) {
        return email.map(Email::address).orElse("");
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
