package io.smarketing.sandbox.org.rest;

import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.schema.FieldSecurity;
import io.smarketing.sandbox.org.write.Actors;
import io.smarketing.sandbox.org.write.Deletion;
import io.smarketing.sandbox.org.write.LeadConversion;
import io.smarketing.sandbox.org.write.Records;

/** The org behind its REST resources: what they read from and write with. */
public record Parts(
        Store store,
        FieldSecurity security,
        Records records,
        Deletion deletion,
        LeadConversion conversion,
        Actors actors,
        RecordClock clock,
        Switches switches) {}
