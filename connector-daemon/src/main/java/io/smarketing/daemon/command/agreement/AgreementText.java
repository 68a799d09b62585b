package io.smarketing.daemon.command.agreement;

import io.smarketing.daemon.command.Harmless;
import io.smarketing.daemon.config.agreement.Agreement;
import io.smarketing.daemon.config.agreement.Chapter;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** The agreement as a person reads it in a terminal. */
record AgreementText(Agreement agreement, Instant now) {

    void print(PrintWriter out) {
        out.println("Agreement, version " + Harmless.text(agreement.version()) + ", holds from "
                + day(agreement.terms().effective()));
        agreement
                .review()
                .ifPresent(every -> out.println("to be looked at again every " + words(every) + ", next on "
                        + nextReview(agreement, now).orElseThrow()));
        for (Chapter chapter : agreement.chapters()) {
            out.println();
            out.println(chapter.title());
            for (Chapter.Entry entry : chapter.entries()) {
                out.println("  " + Harmless.text(entry.name()));
                entry.says().forEach(line -> out.println("      " + Harmless.text(line)));
            }
        }
        out.flush();
    }

    /** The first day after today on which it is due, counted from the day from which it holds. */
    static Optional<LocalDate> nextReview(Agreement agreement, Instant now) {
        return agreement.review().map(interval -> {
            LocalDate day = day(agreement.terms().effective());
            for (int i = 1; !day.isAfter(day(now)); i++) {
                day = day(agreement.terms().effective()).plus(interval.multipliedBy(i));
            }
            return day;
        });
    }

    /** How often it is looked at again, as the file says it. */
    static String words(Period every) {
        if (every.toTotalMonths() > 0) {
            return counted(every.toTotalMonths(), "month");
        }
        return every.getDays() % 7 == 0 ? counted(every.getDays() / 7, "week") : counted(every.getDays(), "day");
    }

    private static String counted(long number, String unit) {
        return number == 1 ? unit : number + " " + unit + "s";
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
