package io.smarketing.sandbox.portal.wire;

import static io.smarketing.sandbox.kernel.Switch.Form.DURATION;
import static io.smarketing.sandbox.kernel.Switch.Form.FLAG;
import static io.smarketing.sandbox.kernel.Switch.Form.NUMBER;
import static io.smarketing.sandbox.kernel.Switch.Form.TEXT;

import io.smarketing.sandbox.kernel.Switch;
import java.util.List;

/** The portal's switches with what each does, for those who set them. */
public final class QuirkList {

    /** In the order of the page that explains them. */
    public static final List<Switch> ALL = List.of(
            new Switch(Quirks.INDEX_LAG, DURATION, "search sees a change this much later (wall clock)"),
            new Switch(Quirks.STAGE_DATE_DELAY, DURATION, "stage date properties follow the stage this much later"),
            new Switch(
                    Quirks.BACKWARD_STAGE, TEXT, "a write of an earlier stage is ignored (default), accepted or error"),
            new Switch(Quirks.CLEAR_STAGE_DATES, FLAG, "clearing the stage clears its dates"),
            new Switch(Quirks.FIRST_STAGE, TEXT, "the stage that a contact created without one gets"),
            new Switch(Quirks.BATCH_ORDER, TEXT, "the results of a batch come back reversed or shuffled"),
            new Switch(Quirks.MISSING_SCOPES, TEXT, "these scopes (comma list) are taken away"),
            new Switch(Quirks.RETRY_AFTER, FLAG, "a 429 bears Retry-After"),
            new Switch(Quirks.BURST_LIMIT, NUMBER, "requests in any 10 s, in place of 190"),
            new Switch(Quirks.DAILY_LIMIT, NUMBER, "requests a day, in place of 625,000"),
            new Switch(Quirks.API_VERSIONS, TEXT, "the dated versions (comma list) that the portal knows"),
            new Switch(Quirks.UNKNOWN_VERSION, TEXT, "400: a version that it does not know is answered 400, not 404"),
            new Switch(Quirks.ROTATE_REFRESH_TOKEN, FLAG, "each use of a refresh token puts another in its place"),
            new Switch(Quirks.EXPIRE_TOKENS, FLAG, "all OAuth access tokens end now"),
            new Switch(Quirks.PROPERTY_LIMIT, NUMBER, "custom properties of an object, in place of 1,000"),
            new Switch(Quirks.REQUIRED_PROPERTY, TEXT, "these properties (comma list) must be given on create"),
            new Switch(Quirks.CONDITIONAL_PROPERTY, TEXT, "rules such as lifecyclestage=customer:company"),
            new Switch(Quirks.LONGEST_VALUE, TEXT, "rules such as company:10 for the length of a value"),
            new Switch(Quirks.SEARCH_SECONDARY_EMAIL, FLAG, "search by email finds secondary addresses, too"),
            new Switch(Quirks.GET_SECONDARY_EMAIL, FLAG, "false: a read by email does not find secondary addresses"),
            new Switch(Quirks.UPSERT_SECONDARY_EMAIL, FLAG, "false: an upsert by email does not find secondary ones"),
            new Switch(Quirks.EMAIL_UPSERT, TEXT, "an upsert by email is partial (default), strict or blanks"),
            new Switch(Quirks.UNIQUE_CONFLICT, TEXT, "400: a taken unique value is answered 400 in place of 409"),
            new Switch(Quirks.NEQ_MATCHES_BLANK, FLAG, "a search for \"not this\" finds records without a value, too"),
            new Switch(Quirks.NUMBER_FORMAT, TEXT, "stripped: numbers are kept without trailing zeros"),
            new Switch(Quirks.NUMBER_ERROR, TEXT, "the error code of a bad number, in place of INVALID_INTEGER"),
            new Switch(Quirks.CLEARED_READS, TEXT, "empty: a cleared property reads as \"\" in place of null"),
            new Switch(Quirks.SAME_VALUE_TOUCHES, FLAG, "a write of equal values moves the modified stamp"),
            new Switch(Quirks.CREATEDATE_WRITABLE, FLAG, "createdate can be written"),
            new Switch(Quirks.MERGE_ID, TEXT, "a merge ends under a new id or that of the winner"),
            new Switch(Quirks.MERGE_ARCHIVES, FLAG, "ids that were merged away are listed as archived, too"),
            new Switch(Quirks.ARCHIVED_ORDER, TEXT, "reversed: archived records are listed by descending id"),
            new Switch(Quirks.SEARCH_TOTAL, TEXT, "capped: a search tells no total above 10,000"),
            new Switch(Quirks.ACTIVITY_TOUCHES, FLAG, "false: an activity changes nothing on its contact"),
            new Switch(Quirks.LINK_TOUCHES, FLAG, "false: a link to another record changes neither of the two"),
            new Switch(Quirks.INACTIVE_OWNER, TEXT, "refused: an archived owner cannot be set"),
            new Switch(Quirks.HISTORY_BATCH, NUMBER, "records in a batch read with history, in place of 100"),
            new Switch(Quirks.ASSOCIATION_PAGE, NUMBER, "links of one record in a batch read, in place of 500"),
            new Switch(Quirks.ARCHIVE_LINKS_STATUS, TEXT, "200 or 204 for a batch archive of associations"),
            new Switch(Quirks.WEBHOOK_URL, TEXT, "what happens to contacts is told to this address by webhooks"),
            new Switch(Quirks.WEBHOOK_DUPLICATES, FLAG, "each webhook call is made twice"),
            new Switch(Quirks.WEBHOOK_DISORDER, FLAG, "events come in any order"),
            new Switch(Quirks.WEBHOOK_RETRY, DURATION, "a failed call is made again within that time, not 144m"));

    private QuirkList() {}
}
