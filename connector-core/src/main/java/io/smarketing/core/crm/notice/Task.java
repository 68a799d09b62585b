package io.smarketing.core.crm.notice;

import io.smarketing.core.lead.Email;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What somebody is asked to see to.
 *
 * @param due until when, by the calendar of those who agreed on it
 * @param whose the user who is asked; empty, or not a user of the CRM: whoever owns the record
 */
public record Task(ZonedDateTime due, Optional<Email> whose) {}
