package io.smarketing.core.crm.record;

import io.smarketing.core.lead.Email;
import java.time.Instant;
import java.util.Optional;

/**
 * An edit by somebody else than our own user.
 *
 * @param who the address of the user who made it, where the CRM tells
 */
public record Edit(Instant at, Optional<Email> who) {}
