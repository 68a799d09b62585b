package io.smarketing.simulation.engine;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;

/** Sees all that a CRM tells the engine of records, and all that the engine sends. */
public interface Watch {

    /** The engine has opened a CRM, or read a page of its feed. */
    void looked();

    /** The engine is told of a record as it is. */
    void told(CrmRecord record);

    /** The engine is about to write. */
    void sends(CrmId crm, WriteCommand command);

    /** What came of it. */
    void answered(CrmId crm, WriteCommand command, WriteOutcome outcome);
}
