package io.smarketing.core.sync.loop;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.room.Settlement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stops a run that would change or create far more than usual. It counts people who were linked before the run began
 * and whose mapped fields the run changes, and people created, per CRM; a first load does not count.
 */
public final class BlastRadius {

    private final Limits limits;
    private final long linkedBefore;
    private final Map<CrmId, Long> changed = new HashMap<>();
    private final Map<CrmId, Long> created = new HashMap<>();

    /** @param linkedBefore people known when the run began */
    public BlastRadius(Limits limits, long linkedBefore) {
        this.limits = limits;
        this.linkedBefore = linkedBefore;
    }

    /**
     * Counts what a wave is about to write.
     *
     * @throws GuardStop if that is past the limit; nothing of the wave has been written
     */
    public void check(List<Settlement> wave) throws GuardStop {
        if (linkedBefore == 0) {
            return;
        }
        for (Settlement settlement : wave) {
            settlement.writes().forEach((crm, write) -> {
                if (write.command() instanceof WriteCommand.Create) {
                    created.merge(crm, 1L, Long::sum);
                } else if (settlement.linked() && write.touchesMappedFields()) {
                    changed.merge(crm, 1L, Long::sum);
                }
            });
        }
        stop(changed, limits.changes(), "change", "changes");
        stop(created, limits.creates(), "create", "creates");
    }

    private void stop(Map<CrmId, Long> counts, double share, String verb, String setting) throws GuardStop {
        long most = Math.max(limits.atLeast(), (long) (share * linkedBefore));
        for (Map.Entry<CrmId, Long> count : counts.entrySet()) {
            if (count.getValue() > most) {
                throw new GuardStop("This run would " + verb + " more than " + most + " people in " + count.getKey()
                        + " (" + linkedBefore + " were known when it began). If that is meant, run it again with"
                        + " --allow-" + setting + ", or raise guards." + setting + " in connections.yaml.");
            }
        }
    }

    /**
     * The limits.
     *
     * @param changes share of the people known whose mapped fields one run may change on one CRM
     * @param creates likewise for people created
     * @param atLeast so many are always allowed
     */
    public record Limits(double changes, double creates, long atLeast) {

        /** A fifth of the people known, at least a hundred. */
        public static final Limits DEFAULT = new Limits(0.2, 0.2, 100);

        /** A share without a limit. */
        public static final double UNLIMITED = Double.POSITIVE_INFINITY;
    }

    /** A run was stopped; the message says why and which command allows it. */
    public static final class GuardStop extends Exception {

        private static final long serialVersionUID = 1L;

        GuardStop(String sentence) {
            super(sentence);
        }
    }
}
