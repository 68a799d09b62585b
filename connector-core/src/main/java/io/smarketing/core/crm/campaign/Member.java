package io.smarketing.core.crm.campaign;

import io.smarketing.core.crm.record.RecordRef;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody is in a campaign.
 *
 * @param campaign its id
 * @param since when they came to be in it, if the CRM tells
 * @param responded they answered to it
 * @param left they are in it no more
 */
public record Member(String campaign, RecordRef who, Optional<Instant> since, boolean responded, boolean left) {}
