package io.smarketing.sandbox.server.http;

import io.smarketing.sandbox.kernel.SandboxCrm;

/** One pretended CRM and what is kept about it: its name, its switches, the counts of its requests. */
public record Pretended(String name, SandboxCrm crm, Faults faults, Counts counts) {

    public static final String HUBSPOT = "hubspot";
    public static final String SALESFORCE = "salesforce";
}
