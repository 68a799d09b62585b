package io.smarketing.daemon.command.agreement;

import io.smarketing.daemon.command.Harmless;
import io.smarketing.daemon.config.agreement.Agreement;
import io.smarketing.daemon.config.agreement.Chapter;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The agreement as a person reads it in a terminal. */
record AgreementText(Agreement agreement, Instant now) {

    void print(PrintWriter out) {
        out.println("Agreement, version " + Harmless.text(agreement.version()) + ", holds from "
                + day(agreement.terms().effective()));
        nextReview(agreement, now).ifPresent(day -> out.println("to be looked at again on " + day));
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

    static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
