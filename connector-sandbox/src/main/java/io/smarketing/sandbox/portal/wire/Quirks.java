package io.smarketing.sandbox.portal.wire;

import io.smarketing.sandbox.kernel.Switches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The portal's switches, all in one place: behaviours for which no reliable source exists can be had both ways, and
 * what an admin or the vendor may take away can be taken away. {@code docs/sandbox-hubspot.md} explains each.
 */
public record Quirks(Switches switches) {

    public static final String INDEX_LAG = "index-lag";
    public static final String STAGE_DATE_DELAY = "stage-date-delay";
    public static final String BACKWARD_STAGE = "backward-stage";
    public static final String CLEAR_STAGE_DATES = "clear-stage-dates";
    public static final String FIRST_STAGE = "first-stage";
    public static final String BATCH_ORDER = "batch-order";
    public static final String MISSING_SCOPES = "missing-scopes";
    public static final String RETRY_AFTER = "retry-after";
    public static final String BURST_LIMIT = "burst-limit";
    public static final String DAILY_LIMIT = "daily-limit";
    public static final String REQUIRED_PROPERTY = "required-property";
    public static final String CONDITIONAL_PROPERTY = "conditional-property";
    public static final String SEARCH_SECONDARY_EMAIL = "search-secondary-email";
    public static final String GET_SECONDARY_EMAIL = "get-secondary-email";
    public static final String UPSERT_SECONDARY_EMAIL = "upsert-secondary-email";
    public static final String EMAIL_UPSERT = "email-upsert";
    public static final String UNIQUE_CONFLICT = "unique-conflict";
    public static final String NEQ_MATCHES_BLANK = "neq-matches-blank";
    public static final String NUMBER_FORMAT = "number-format";
    public static final String NUMBER_ERROR = "number-error";
    public static final String CLEARED_READS = "cleared-reads";
    public static final String SAME_VALUE_TOUCHES = "same-value-touches";
    public static final String CREATEDATE_WRITABLE = "createdate-writable";
    public static final String MERGE_ID = "merge-id";
    public static final String INACTIVE_OWNER = "inactive-owner";
    public static final String HISTORY_BATCH = "history-batch";
    public static final String ARCHIVE_LINKS_STATUS = "association-archive";

    private static final Map<String, String> EXPLAINED = Map.ofEntries(
            Map.entry(INDEX_LAG, "a change shows in searches only so long after it was made, such as 5s"),
            Map.entry(STAGE_DATE_DELAY, "stage dates arrive so much later than the stage, such as 12s"),
            Map.entry(BACKWARD_STAGE, "a write of a lower lifecycle stage is ignored (else: accepted, error)"),
            Map.entry(CLEAR_STAGE_DATES, "on: clearing the lifecycle stage clears its dates"),
            Map.entry(FIRST_STAGE, "the lifecycle stage of a contact created without one"),
            Map.entry(BATCH_ORDER, "results of a batch come in input order (else: reversed, shuffled)"),
            Map.entry(MISSING_SCOPES, "comma list of scopes taken away from every token"),
            Map.entry(RETRY_AFTER, "on: 429 answers bear Retry-After in seconds"),
            Map.entry(BURST_LIMIT, "calls in any 10 s (190)"),
            Map.entry(DAILY_LIMIT, "calls a day (625000)"),
            Map.entry(REQUIRED_PROPERTY, "comma list of properties that a new contact must have, from version 2026-09"),
            Map.entry(
                    CONDITIONAL_PROPERTY,
                    "such as lifecyclestage=customer:company, a value that demands another, from version 2026-09"),
            Map.entry(SEARCH_SECONDARY_EMAIL, "on: a search for an e-mail finds additional addresses"),
            Map.entry(GET_SECONDARY_EMAIL, "false: get and batch read do not find additional addresses"),
            Map.entry(UPSERT_SECONDARY_EMAIL, "false: an upsert by e-mail does not find additional addresses"),
            Map.entry(EMAIL_UPSERT, "an upsert by e-mail is partial (else: strict, blanks)"),
            Map.entry(UNIQUE_CONFLICT, "a taken unique value is answered 409 (else: 400)"),
            Map.entry(NEQ_MATCHES_BLANK, "on: negative search operators match records without a value"),
            Map.entry(NUMBER_FORMAT, "numbers are kept as sent (else: stripped)"),
            Map.entry(NUMBER_ERROR, "the error code of a bad number (INVALID_INTEGER)"),
            Map.entry(CLEARED_READS, "a cleared value is read as null (else: empty)"),
            Map.entry(SAME_VALUE_TOUCHES, "on: a write that changes nothing moves the record's stamp"),
            Map.entry(CREATEDATE_WRITABLE, "on: createdate can be written over the API"),
            Map.entry(MERGE_ID, "the id of a merged record: new or winner (default: new, deals winner)"),
            Map.entry(INACTIVE_OWNER, "a deactivated owner is taken (else: refused)"),
            Map.entry(HISTORY_BATCH, "most inputs of a batch read with history (100)"),
            Map.entry(ARCHIVE_LINKS_STATUS, "answer to a batch unlink: 200 or 204 (default: as the version does)"));

    /** All switches by name, each with a sentence. */
    public static Map<String, String> explained() {
        return EXPLAINED;
    }

    /** True if the switch stands at exactly that value. */
    public boolean is(String name, String value) {
        return switches.get(name).filter(value::equals).isPresent();
    }

    public boolean on(String name) {
        return switches.on(name);
    }

    /** True unless the switch was set to {@code false}. */
    public boolean unlessOff(String name) {
        return !is(name, "false");
    }

    public String text(String name, String fallback) {
        return switches.get(name).orElse(fallback);
    }

    public Duration duration(String name) {
        return switches.duration(name);
    }

    /** A whole number; one that cannot be read counts as not set. */
    public int number(String name, int fallback) {
        return switches.get(name)
                .filter(t -> t.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(fallback);
    }

    /** The words of a comma list. */
    public List<String> list(String name) {
        List<String> words = new ArrayList<>();
        for (String word : text(name, "").split(",")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }
}
