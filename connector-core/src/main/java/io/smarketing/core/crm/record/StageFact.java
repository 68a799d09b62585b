package io.smarketing.core.crm.record;

/** Something in a CRM that <em>is</em> a stage, whatever a stage field says. */
public enum StageFact {
    /** There is an opportunity for this person, whatever came of it. */
    OPPORTUNITY,
    /** There is a won opportunity for this person. */
    WON_OPPORTUNITY
}
