package io.smarketing.daemon.command.status;

import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.report.Overview;
import io.smarketing.core.sync.Bookmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How things stand.
 *
 * @param people known people
 * @param stages people per stage reached
 * @param others further records per CRM that belong to a person who has a principal one
 * @param parked parked rows per cause
 * @param untouched differences that were seen and not written
 */
record Status(
        String workspace,
        String accounts,
        long people,
        Map<String, Long> stages,
        Map<String, Long> others,
        List<Reading> routes,
        Map<String, Long> parked,
        Untouched untouched) {

    /**
     * How often, per field, a difference was seen and nothing was written.
     *
     * @param drift edits on the far side of one-way fields
     * @param leftDifferent first meetings of two different values
     */
    record Untouched(Map<String, Long> drift, Map<String, Long> leftDifferent) {}

    /** How far one CRM has been read, and the calls used; -1 where it is not known. */
    record Reading(String crm, boolean firstLoadDone, String lastRound, long callsToday, long callsADay) {}

    static Status nothingYet(String workspace) {
        return new Status(workspace, "", 0, Map.of(), Map.of(), List.of(), Map.of(), new Untouched(Map.of(), Map.of()));
    }

    static Status of(String workspace, String accounts, Overview overview) {
        List<Reading> routes = new ArrayList<>();
        for (Bookmark mark : overview.bookmarks()) {
            QuotaUse use = overview.quotas()
                    .getOrDefault(mark.crm(), new QuotaUse(0, OptionalLong.empty(), OptionalLong.empty()));
            routes.add(new Reading(
                    mark.crm().name(),
                    mark.loaded(),
                    mark.lastRound().map(Object::toString).orElse(""),
                    use.dailyUsed().orElse(-1),
                    use.dailyLimit().orElse(-1)));
        }
        Map<String, Long> parked = new TreeMap<>();
        overview.parkedByCause()
                .forEach((kind, n) ->
                        parked.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), n));
        return new Status(
                workspace,
                accounts,
                overview.people(),
                overview.byStage(),
                named(overview.others()),
                routes,
                parked,
                new Untouched(
                        named(overview.leftAlone().getOrDefault(Event.DRIFT, Map.of())),
                        named(overview.leftAlone().getOrDefault(Event.LEFT_DIFFERENT, Map.of()))));
    }

    private static Map<String, Long> named(Map<?, Long> counts) {
        Map<String, Long> named = new TreeMap<>();
        counts.forEach((key, n) -> named.put(key.toString(), n));
        return named;
    }
}
