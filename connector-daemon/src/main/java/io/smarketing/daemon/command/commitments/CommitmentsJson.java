package io.smarketing.daemon.command.commitments;

import io.smarketing.core.commitment.Account;
import io.smarketing.core.commitment.Goal;
import io.smarketing.core.commitment.Part;
import io.smarketing.core.commitment.Score;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the promises of a period stand, as a program reads it. */
public final class CommitmentsJson {

    private CommitmentsJson() {}

    static Map<String, Object> of(List<Account> accounts, Instant upTo) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("upTo", upTo.toString());
        all.put("commitments", accounts.stream().map(CommitmentsJson::account).toList());
        return all;
    }

    private static Map<String, Object> account(Account account) {
        Map<String, Object> told = goal(account.goal());
        told.put("state", account.state().word());
        told.put("over", Math.round(account.over() * 1000) / 1000.0);
        told.putAll(score(account.score()));
        told.put("expected", account.expected());
        told.put("forecast", account.forecast());
        told.put("parts", account.parts().stream().map(CommitmentsJson::part).toList());
        return told;
    }

    /** What was promised, by whom and for when. */
    public static Map<String, Object> goal(Goal goal) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("side", goal.side().word());
        told.put("name", goal.name());
        told.put("period", goal.period().name());
        told.put("agreement", goal.version());
        return told;
    }

    /** What came of it. */
    public static Map<String, Object> score(Score score) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("promised", score.promised());
        told.put("delivered", score.delivered());
        told.put("missing", score.missing());
        told.put("against", score.against());
        score.quality().ifPresent(q -> told.put("quality", q));
        return told;
    }

    /** What it is made up of. */
    public static Map<String, Object> part(Part part) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", part.kind());
        told.put("name", part.name());
        told.put("now", part.now());
        told.put("before", part.before());
        return told;
    }
}
