package io.smarketing.simulation.life;

import io.smarketing.simulation.world.World;
import java.util.function.Function;

/**
 * What one of the CRMs may do, for all that is known: a way of its own that no reliable source tells or rules out. Each is a
 * switch of the sandbox, which does otherwise by default; {@code docs/sandbox-hubspot.md} and
 * {@code docs/sandbox-salesforce.md} tell them.
 */
enum Habit {
    ANSWERS_IN_ANY_ORDER(World::portal, "batch-order", "shuffled"),
    STAGES_GO_BACK(World::portal, "backward-stage", "accepted"),
    STAGES_GOING_BACK_ARE_REFUSED(World::portal, "backward-stage", "error"),
    CLEARED_STAGES_LOSE_THEIR_DATES(World::portal, "clear-stage-dates", "on"),
    NEWCOMERS_ARE_LEADS(World::portal, "first-stage", "lead"),
    STAGE_DATES_COME_LATER(World::portal, "stage-date-delay", "12s"),
    TELLS_HOW_LONG_TO_WAIT(World::portal, "retry-after", "on"),
    NOT_READ_BY_FORMER_ADDRESS(World::portal, "get-secondary-email", "false"),
    NOT_UPSERTED_BY_FORMER_ADDRESS(World::portal, "upsert-secondary-email", "false"),
    FOUND_BY_FORMER_ADDRESS(World::portal, "search-secondary-email", "on"),
    TAKEN_IS_A_BAD_REQUEST(World::portal, "unique-conflict", "400"),
    NOT_EQUAL_FINDS_BLANKS(World::portal, "neq-matches-blank", "on"),
    NUMBERS_LOSE_ZEROS(World::portal, "number-format", "stripped"),
    CLEARED_IS_AN_EMPTY_TEXT(World::portal, "cleared-reads", "empty"),
    SAME_VALUE_IS_A_CHANGE(World::portal, "same-value-touches", "on"),
    MERGED_KEEPS_THE_WINNERS_ID(World::portal, "merge-id", "winner"),
    MERGED_IS_ARCHIVED(World::portal, "merge-archives", "on"),
    ARCHIVED_COME_LAST_FIRST(World::portal, "archived-order", "reversed"),
    TELLS_NO_GREAT_TOTALS(World::portal, "search-total", "capped"),
    LINKS_MOVE_NO_STAMP(World::portal, "link-touches", "false"),
    CONVERSION_MOVES_NO_STAMP(World::org, "convert-keeps-stamp", "true"),
    CONVERSION_DROPS_FIELDS(World::org, "conversion-drops-fields", "true"),
    CONVERTED_LEADS_CAN_BE_EDITED(World::org, "edit-converted-leads", "true"),
    UNDELETE_MOVES_NO_STAMP(World::org, "undelete-keeps-stamp", "true"),
    CASCADE_MOVES_NO_STAMP(World::org, "cascade-keeps-stamp", "true"),
    LINES_END_ONE_WAY(World::org, "normalise-line-ends", "true"),
    TELLS_NO_LIMITS(World::org, "no-limit-info", "true"),
    PURGED_IS_FORGOTTEN(World::org, "purge-ends-delete-log", "true"),
    HAS_NO_BULK(World::org, "no-bulk", "true"),
    RULE_GIVES_LEADS_TO_A_REP(World::org, "assignment-rule", "rep-1@example.com");

    private final Function<World, World.Side> side;
    private final String name;
    private final String value;

    Habit(Function<World, World.Side> side, String name, String value) {
        this.side = side;
        this.name = name;
        this.value = value;
    }

    /** The CRM does so from now on; an IllegalStateException if it has no such switch. */
    void set(World world) {
        World.Side crm = side.apply(world);
        crm.crm().switches().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(crm.id() + " has no switch " + name))
                .check(value);
        crm.switches().set(name, value);
    }

    static Habit of(int number) {
        return values()[number % values().length];
    }
}
