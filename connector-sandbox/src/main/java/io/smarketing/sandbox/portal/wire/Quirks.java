package io.smarketing.sandbox.portal.wire;

import io.smarketing.sandbox.kernel.Switches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
    public static final String API_VERSIONS = "api-versions";
    public static final String UNKNOWN_VERSION = "unknown-version";
    public static final String ROTATE_REFRESH_TOKEN = "rotate-refresh-token";
    public static final String EXPIRE_TOKENS = "expire-tokens";
    public static final String PROPERTY_LIMIT = "property-limit";
    public static final String REQUIRED_PROPERTY = "required-property";
    public static final String CONDITIONAL_PROPERTY = "conditional-property";
    public static final String LONGEST_VALUE = "longest-value";
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
    public static final String MERGE_ARCHIVES = "merge-archives";
    public static final String ARCHIVED_ORDER = "archived-order";
    public static final String SEARCH_TOTAL = "search-total";
    public static final String ACTIVITY_TOUCHES = "activity-touches";
    public static final String LINK_TOUCHES = "link-touches";
    public static final String INACTIVE_OWNER = "inactive-owner";
    public static final String HISTORY_BATCH = "history-batch";
    public static final String ASSOCIATION_PAGE = "association-page";
    public static final String ARCHIVE_LINKS_STATUS = "association-archive";
    public static final String WEBHOOK_URL = "webhook-url";
    public static final String WEBHOOK_DUPLICATES = "webhook-duplicates";
    public static final String WEBHOOK_DISORDER = "webhook-disorder";
    public static final String WEBHOOK_RETRY = "webhook-retry";

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
