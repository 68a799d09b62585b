package io.smarketing.core.crm.notice;

import io.smarketing.core.crm.record.RecordRef;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that people are told on the timeline of a record; with a task, somebody is also asked to see to it. Its texts
 * are plain: what is no text is dropped from them, and they are cut to what every CRM takes.
 *
 * @param event names what it is about, once and for all: small letters, digits and dashes; no two notices in a CRM share it
 * @param about the record on whose timeline it is to stand
 * @param title one line
 * @param body lines, which may hold values that strangers have typed
 * @param at when it happened
 */
public record Notice(String event, RecordRef about, String title, String body, Instant at, Optional<Task> task) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 5_000;
    private static final String MARK = "smarketing-";

    public Notice {
        if (!event.matches("[a-z0-9-]{1,150}")) {
            throw new IllegalArgumentException("an event is named by small letters, digits and dashes");
        }
        title = PlainText.line(title, LONGEST_TITLE);
        body = PlainText.lines(body, LONGEST_BODY);
    }

    /** The same about another record. */
    public Notice about(RecordRef other) {
        return new Notice(event, other, title, body, at, task);
    }

    /** The word by which it is known again wherever it was posted: it stands at the end of what is posted. */
    public String mark() {
        return MARK + event;
    }

    /** True if that is the text of this notice as it was posted. */
    public boolean isIn(String posted) {
        String mark = mark();
        for (int from = posted.indexOf(mark); from >= 0; from = posted.indexOf(mark, from + 1)) {
            int next = from + mark.length();
            boolean goesOn = next < posted.length()
                    && String.valueOf(posted.charAt(next)).matches("[a-z0-9-]");
            if (!goesOn) {
                return true;
            }
        }
        return false;
    }
}
