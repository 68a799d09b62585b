package io.smarketing.daemon.serve;

import io.smarketing.core.sync.loop.MappingMismatch;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.wiring.Wiring;

/** Reads the configuration and opens all that it names, afresh each time. */
@FunctionalInterface
public interface Opening {

    /** @throws io.smarketing.core.crm.failure.CrmException if a CRM refuses us */
    Wiring open(SyncListener listener) throws InvalidConfiguration, MappingMismatch;
}
