package io.smarketing.salesforce.soap;

import com.sforce.soap.metadata.DeployResult;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Sleeper;
import java.time.Duration;

/** Packages of files, handed to the org and waited for. */
public final class Deployments {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final MetadataApi metadata;
    private final Sleeper sleeper;

    public Deployments(MetadataApi metadata, Sleeper sleeper) {
        this.metadata = metadata;
        this.sleeper = sleeper;
    }

    /** What the org would say if the package were deployed; nothing is. */
    public DeployResult check(byte[] zip) {
        return done(metadata.deploy(zip, true));
    }

    /** What came of deploying the package: all of it is there, or nothing of it. */
    public DeployResult deploy(byte[] zip) {
        return done(metadata.deploy(zip, false));
    }

    private DeployResult done(String id) {
        Duration waited = Duration.ZERO;
        Duration next = FIRST_WAIT;
        DeployResult result = metadata.deployment(id);
        while (!result.isDone()) {
            if (waited.compareTo(PATIENCE) >= 0) {
                throw new CrmException(
                        FailureKind.UNREACHABLE,
                        "Salesforce is still at deployment " + id + " after " + waited.toMinutes()
                                + " minutes: see 'Deployment Status' in Setup, and run it again when it is through.");
            }
            sleep(next);
            waited = waited.plus(next);
            next = next.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? next.multipliedBy(2) : LONGEST_WAIT;
            result = metadata.deployment(id);
        }
        return result;
    }

    private void sleep(Duration wait) {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CrmException(FailureKind.UNREACHABLE, "The wait for a deployment was broken off.");
        }
    }
}
