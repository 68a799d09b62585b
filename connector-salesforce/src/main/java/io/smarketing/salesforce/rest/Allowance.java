package io.smarketing.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.http.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the org tells of the day's calls: with its answers, and where none has told for long, when it is asked. Salesforce
 * has no limit of shorter stretches.
 */
public final class Allowance implements Limits.Reader {

    /** After so long without a word the org is asked. */
    private static final Duration SILENCE = Duration.ofMinutes(15);

    /** An org, or what stands before it, that does not tell. */
    private static final Set<FailureKind> UNTOLD =
            Set.of(FailureKind.FORBIDDEN, FailureKind.MISUNDERSTOOD, FailureKind.UNREACHABLE);

    private static final Pattern USAGE = Pattern.compile("(?:^|[;,\\s])api-usage=(\\d{1,15})/(\\d{1,15})");

    private final InstantSource clock;
    private volatile Instant toldAt = Instant.MIN;

    public Allowance(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Limits read(HttpAnswer answer) {
        Matcher usage = USAGE.matcher(answer.header("sforce-limit-info").orElse(""));
        JsonNode calls = answer.body().path("DailyApiRequests");
        if (usage.find()) {
            return told(Long.parseLong(usage.group(1)), Long.parseLong(usage.group(2)));
        }
        return calls.path("Remaining").canConvertToLong()
                ? told(
                        calls.path("Max").asLong() - calls.path("Remaining").asLong(),
                        calls.path("Max").asLong())
                : Limits.UNTOLD;
    }

    private Limits told(long used, long daily) {
        toldAt = clock.instant();
        return new Limits(OptionalInt.empty(), OptionalLong.of(used), OptionalLong.of(daily));
    }

    /** Asks the org, if it has not told for long. */
    public void refresh(Rest rest) {
        if (!clock.instant().isBefore(toldAt.plus(SILENCE))) {
            ask(rest);
        }
    }

    /** Asks the org; one that does not let us know is not asked again for a while, and what is to be done goes on. */
    public void ask(Rest rest) {
        try {
            rest.send(HttpAsk.get(rest.path("/limits")).answeredBy(404));
        } catch (CrmException e) {
            if (!UNTOLD.contains(e.kind())) {
                throw e;
            }
        } finally {
            toldAt = clock.instant();
        }
    }
}
