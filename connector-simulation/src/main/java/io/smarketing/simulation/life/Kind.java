package io.smarketing.simulation.life;

/** What can happen in a life, and how often it does. */
public enum Kind {
    /** Somebody makes a record in the portal. */
    NEW_IN_PORTAL(30, true),
    /** Somebody makes a lead, or a contact, in the org. */
    NEW_IN_ORG(30, true),
    /** Two people make a record of the same human at the same time, one in each CRM. */
    NEW_IN_BOTH(6, true),
    /** Hundreds are imported into one of the two. */
    IMPORT(1, true),
    /** Somebody edits a field in the portal. */
    EDIT_IN_PORTAL(180, true),
    /** Somebody edits a field in the org. */
    EDIT_IN_ORG(180, true),
    /** Two people edit the same field of the same human in the same second, one in each CRM. */
    EDIT_IN_BOTH(40, true),
    /** Somebody empties a field. */
    CLEAR(30, true),
    /** Somebody corrects an e-mail address. */
    ADDRESS(20, true),
    /** Somebody moves the stage by hand. */
    STAGE(30, true),
    /** A lead is converted. */
    CONVERT(10, true),
    /** A record is deleted. */
    DELETE(5, true),
    /** A deleted record is brought back. */
    RESTORE(3, true),
    /** Two records are merged. */
    MERGE(4, true),
    /** Somebody edits in the portal while the next round is under way. */
    EDIT_WITHIN_PORTAL(12, true),
    /** Somebody edits in the org while the next round is under way. */
    EDIT_WITHIN_ORG(12, true),
    /** Time passes. */
    WAIT(40, false),
    /** The daemon makes a round. */
    ROUND(16, false),
    /** A call of the next round is struck, and those after it. */
    STRIKE(12, false),
    /** The daemon is killed at one of its next commits. */
    DEADLY_COMMIT(4, false),
    /** The portal's search shows changes late from now on, or no more. */
    INDEX_LAG(4, false),
    /** The org commits late from now on, or no more. */
    LATE_COMMIT(4, false),
    /** Somebody else holds the rows that are written next. */
    LOCKED_ROWS(4, false),
    /** The org ends all sessions. */
    EXPIRED_SESSION(3, false),
    /** The portal ends all access tokens. */
    EXPIRED_TOKENS(5, false),
    /** From now on a trigger in the org rewrites a field whenever its record is saved, or no more. */
    TRIGGER(4, false),
    /** From now on a rule of the org refuses records with some values of a field, or no more. */
    RULE(5, false),
    /** The portal's webhooks are delivered: in disorder, twice, or not at all. */
    HINTS(4, false),
    /** Everybody is gone through. */
    SWEEP(1, false),
    /** Edits stop, faults end, and everything comes to rest. */
    REST(1, false),
    /** The daemon's clock is set so many hours ahead, or back. It is never drawn: that would change the life of every seed. */
    CLOCK_SET(0, false),
    /** One of the CRMs does something its own way from now on. Lives of CRMs with habits begin with some; it is never drawn. */
    HABIT(0, false);

    /** So many times as often whole records are done to where all is restless. */
    private static final int UPHEAVAL = 5;

    private final int weight;
    private final boolean deed;

    Kind(int weight, boolean deed) {
        this.weight = weight;
        this.deed = deed;
    }

    /** How often it is drawn, against others; where all is restless, whole records are done to more often. */
    int weight(boolean restless) {
        return restless && isOfWholeRecords() ? UPHEAVAL * weight : weight;
    }

    private boolean isOfWholeRecords() {
        return this == CONVERT || this == DELETE || this == RESTORE || this == MERGE;
    }

    /** True if it happens only where admins are at work. */
    boolean isOfAdmins() {
        return this == EXPIRED_TOKENS || this == TRIGGER || this == RULE;
    }

    /** True if people do it. */
    public boolean isDeed() {
        return deed;
    }

    /** True if something goes wrong. */
    public boolean isFault() {
        return switch (this) {
            case STRIKE,
                    DEADLY_COMMIT,
                    INDEX_LAG,
                    LATE_COMMIT,
                    LOCKED_ROWS,
                    EXPIRED_SESSION,
                    EXPIRED_TOKENS,
                    TRIGGER,
                    RULE,
                    CLOCK_SET -> true;
            default -> false;
        };
    }
}
