package io.smarketing.daemon.wiring;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.lead.Fingerprint;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.daemon.config.agreement.Agreement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reminds those who promise that it is time to look at the agreement again: once each time, until there is another version. */
record Review(Agreement agreement) {

    private static final int MOST = 1_000;

    /** What its owners are to be told by now; the same each time it is asked on the same day. */
    List<Alert> due(Instant now) {
        return agreement.review().flatMap(every -> last(every, now)).stream()
                .flatMap(day -> agreement.owners().stream().distinct().map(owner -> reminder(owner, day)))
                .toList();
    }

    /** The last day on which it was due. */
    private Optional<LocalDate> last(Period every, Instant now) {
        LocalDate from = day(agreement.terms().effective());
        LocalDate today = day(now);
        Optional<LocalDate> last = Optional.empty();
        for (int times = 1;
                times <= MOST && !from.plus(every.multipliedBy(times)).isAfter(today);
                times++) {
            last = Optional.of(from.plus(every.multipliedBy(times)));
        }
        return last;
    }

    private Alert reminder(String owner, LocalDate day) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Version", agreement.version());
        facts.put("In force since", day(agreement.terms().effective()).toString());
        facts.put("To be reviewed on", day.toString());
        facts.put("To see it", "smarketing agreement show");
        return new Alert(
                "review-" + Fingerprint.of(agreement.version()) + "-" + day,
                Recipient.address(owner),
                Optional.empty(),
                "The agreement of marketing and sales is due for review",
                facts,
                day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
