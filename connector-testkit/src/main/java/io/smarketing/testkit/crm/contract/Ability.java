package io.smarketing.testkit.crm.contract;

/** Something that a lab's people can do, or its adapter can tell, and others not yet; tests that need it say so. */
public enum Ability {
    /** Deletions are told, and records can be restored. */
    DELETION,
    /** Two records can be merged into one. */
    MERGE,
    /** What is deleted can be destroyed for good. */
    DESTRUCTION,
    /** The writer deletes. */
    DELETE_COMMAND,
    /** People can call, mail, meet and do tasks, and the adapter tells it. */
    ACTIVITY
}
