package io.smarketing.sandbox.server;

import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.SandboxCrm;
import io.smarketing.sandbox.kernel.Switches;
import java.security.PublicKey;

/** How the portal and the org of a sandbox are made from its settings. */
record RealCrms(SandboxSettings settings, Credentials credentials, PublicKey loginKey) {

    SandboxCrm portal(RecordClock clock, Switches switches) {
        throw new UnsupportedOperationException();
    }

    SandboxCrm org(RecordClock clock, Switches switches) {
        throw new UnsupportedOperationException();
    }
}
