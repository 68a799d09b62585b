package io.smarketing.daemon.command.status;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.watch.ClockBook;
import io.smarketing.store.WholeOverview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How things stand.
 *
 * @param known how many are known of each subject that is mapped; in JSON each is a key of its own
 * @param stages people per stage reached
 * @param others further records per CRM that belong to a person who has a principal one
 * @param parked parked rows per cause
 * @param untouched differences that were seen and not written
 */
record Status(
        @JsonUnwrapped Whose whose,
        @JsonAnyGetter Map<String, Long> known,
        Map<String, Long> stages,
        Map<String, Long> others,
        List<Reading> routes,
        Map<String, Long> parked,
        @JsonUnwrapped Agreed agreed,
        Untouched untouched) {

    /** Whose it is. */
    record Whose(String workspace, String accounts) {}

    /**
     * What becomes of what was agreed.
     *
     * @param promises how many promises stand how
     * @param excused how many of those that were broken are excused
     * @param unsent how much people are to be told still, each way
     */
    record Agreed(Map<String, Long> promises, long excused, Map<String, Long> unsent) {

        static Agreed of(ClockBook clocks, Map<Way, Long> alerts, Map<CrmId, Long> notices) {
            Map<String, Long> promises = new LinkedHashMap<>();
            clocks.byState().forEach((state, n) -> promises.put(state.word(), n));
            Map<String, Long> unsent = new TreeMap<>();
            alerts.forEach((way, n) -> unsent.put(way.word(), n));
            notices.forEach((crm, n) -> unsent.put("timelines of " + crm, n));
            return new Agreed(promises, clocks.excused(), unsent);
        }
    }

    /**
     * How often, per field, a difference was seen and nothing was written.
     *
     * @param drift edits on the far side of one-way fields
     * @param leftDifferent first meetings of two different values
     */
    record Untouched(Map<String, Long> drift, Map<String, Long> leftDifferent) {}

    /**
     * How far one CRM has been read, and the calls used; -1 where it is not known.
     *
     * @param firstLoadDone that of people
     * @param loading the subjects of which the first load has not ended
     */
    record Reading(
            String crm,
            boolean firstLoadDone,
            List<String> loading,
            String lastRound,
            long callsToday,
            long callsADay) {}

    static Status nothingYet(String workspace) {
        return new Status(
                new Whose(workspace, ""),
                Map.of(Subject.PEOPLE.word(), 0L),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                new Agreed(Map.of(), 0, Map.of()),
                new Untouched(Map.of(), Map.of()));
    }

    static Status of(String workspace, String accounts, WholeOverview overview, Agreed agreed) {
        Map<CrmId, Bookmark> marks = new TreeMap<>();
        overview.each().values().forEach(o -> o.bookmarks().forEach(m -> marks.put(m.crm(), Bookmark.fresh(m.crm()))));
        overview.bookmarks().forEach(m -> marks.put(m.crm(), m));
        List<Reading> routes = new ArrayList<>();
        for (Bookmark mark : marks.values()) {
            QuotaUse use = overview.quotas()
                    .getOrDefault(mark.crm(), new QuotaUse(0, OptionalLong.empty(), OptionalLong.empty()));
            routes.add(new Reading(
                    mark.crm().name(),
                    mark.loaded(),
                    loading(mark.crm(), overview),
                    mark.lastRound().map(Object::toString).orElse(""),
                    use.dailyUsed().orElse(-1),
                    use.dailyLimit().orElse(-1)));
        }
        Map<String, Long> parked = new TreeMap<>();
        overview.parkedByCause()
                .forEach((kind, n) ->
                        parked.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), n));
        return new Status(
                new Whose(workspace, accounts),
                overview.known(),
                overview.byStage(),
                named(overview.others()),
                routes,
                parked,
                agreed,
                new Untouched(
                        named(overview.leftAlone().getOrDefault(Event.DRIFT, Map.of())),
                        named(overview.leftAlone().getOrDefault(Event.LEFT_DIFFERENT, Map.of()))));
    }

    private static List<String> loading(CrmId crm, WholeOverview overview) {
        return overview.each().entrySet().stream()
                .filter(each -> each.getValue().bookmarks().stream()
                        .noneMatch(mark -> mark.crm().equals(crm) && mark.loaded()))
                .map(each -> each.getKey().word())
                .toList();
    }

    private static Map<String, Long> named(Map<?, Long> counts) {
        Map<String, Long> named = new TreeMap<>();
        counts.forEach((key, n) -> named.put(key.toString(), n));
        return named;
    }
}
