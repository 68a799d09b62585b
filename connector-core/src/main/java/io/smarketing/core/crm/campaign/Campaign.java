package io.smarketing.core.crm.campaign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A campaign as its CRM has it.
 *
 * @param name as somebody typed it
 * @param type the CRM's word for its kind, blank if it has none
 * @param budgeted what it may cost
 * @param spent what it has cost so far
 * @param currency of both amounts, as a code; blank if it is the account's own
 */
public record Campaign(
        String id,
        String name,
        String type,
        Optional<LocalDate> start,
        Optional<LocalDate> end,
        Optional<BigDecimal> budgeted,
        Optional<BigDecimal> spent,
        String currency) {}
