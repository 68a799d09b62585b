package io.smarketing.core.crm.record;

import io.smarketing.core.lead.FieldValue;
import java.time.Instant;

/** One past value of one field, from the CRM's own history, and who set it. */
public record HistoryEntry(FieldValue value, Instant at, Author by) {}
