package io.smarketing.core.crm.campaign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A campaign as its CRM has it.
 *
 * @param name as somebody typed it
 * @param type the CRM's word for its kind, blank if it has none
 */
public record Campaign(
        String id, String name, String type, Optional<LocalDate> start, Optional<LocalDate> end, Money money) {

    /**
     * What it costs and what it brings.
     *
     * @param budgeted what it may cost
     * @param spent what it has cost so far
     * @param won what was sold by it, as the CRM itself attributes it; empty if it does not tell, or not this time
     * @param currency of all amounts, as a code; blank if it is the account's own
     */
    public record Money(
            Optional<BigDecimal> budgeted, Optional<BigDecimal> spent, Optional<BigDecimal> won, String currency) {}
}
