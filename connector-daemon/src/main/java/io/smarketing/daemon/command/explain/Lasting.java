package io.smarketing.daemon.command.explain;

import java.time.Duration;

/** How long something took, as people say it: exact where it is short, in hours or days where it is long. */
final class Lasting {

    private static final Duration DAYS = Duration.ofDays(2);
    private static final Duration HOURS = Duration.ofHours(2);

    private Lasting() {}

    /** By the calendar on the wall. */
    static String onTheWall(Duration time) {
        return time.compareTo(DAYS) < 0
                ? working(time)
                : time.toDays() + " d" + (time.toHoursPart() > 0 ? " " + time.toHoursPart() + " h" : "");
    }

    /** In working time, of which nobody knows how long a day is. */
    static String working(Duration time) {
        String minutes = time.toMinutesPart() > 0 ? " " + time.toMinutesPart() + " min" : "";
        String seconds = time.toSecondsPart() > 0 ? " " + time.toSecondsPart() + " s" : "";
        return time.compareTo(HOURS) < 0
                ? time.toMinutes() + " min" + seconds
                : time.toHours() + " h" + minutes + seconds;
    }
}
