package io.smarketing.core.crm.notice;

import io.smarketing.core.lead.Email;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A task for a team that is about no record. Its texts are plain.
 *
 * @param mark the word by which it is known again: small letters, digits and dashes
 * @param title one line, which never changes
 * @param body lines, which may hold values that strangers have typed
 * @param whose the user who has it; empty, or not a user of the CRM: nobody in particular
 * @param done false while somebody is to see to it
 */
public record TeamTask(
        String mark, String title, String body, Optional<Email> whose, ZonedDateTime due, boolean done) {}
