package io.smarketing.sandbox.server;

import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.SandboxCrm;
import io.smarketing.sandbox.kernel.Switches;

/** Makes one CRM of a sandbox once its clock is known; tests put plain fakes in its place. */
interface CrmMaker {

    SandboxCrm make(RecordClock clock, Switches switches);
}
