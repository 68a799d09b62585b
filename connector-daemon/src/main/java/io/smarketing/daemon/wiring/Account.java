package io.smarketing.daemon.wiring;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.open.Sleeper;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.Connection;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One CRM of a configuration, opened by itself: without books, engine and the other CRM. */
public final class Account implements AutoCloseable {

    private static final Sleeper SLEEPER = duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());

    private final Crm crm;

    /** @throws io.smarketing.core.crm.failure.CrmException if the CRM refuses us */
    public Account(Configuration configuration, CrmId id) {
        Connection connection =
                Optional.ofNullable(configuration.connections().get(id)).orElseThrow();
        Surroundings surroundings = new Surroundings(
                InstantSource.system(),
                SLEEPER,
                Runnable::run,
                new SecureRandom(),
                connection.budget(),
                TokenFile.beside(configuration.store(), id));
        this.crm =
                connection.provider().open(id, connection.settings(), WantedFields.of(configuration, id), surroundings);
    }

    public Crm crm() {
        return crm;
    }

    @Override
    public void close() {
        crm.close();
    }
}
