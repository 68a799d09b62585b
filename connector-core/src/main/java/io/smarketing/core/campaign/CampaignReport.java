package io.smarketing.core.campaign;

import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.StageRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What campaigns have brought for what they cost.
 *
 * @param stages all stages, in their order
 * @param handedOver the stage with which marketing hands a lead over, if it does
 */
public record CampaignReport(List<String> stages, Optional<String> handedOver, List<Line> lines) {

    private static final int CENTS = 2;

    public CampaignReport {
        stages = List.copyOf(stages);
        lines = List.copyOf(lines);
    }

    /**
     * One campaign.
     *
     * @param people in it and kept in step
     * @param reached how many of them reached each stage, or a later one
     * @param customers how many of them have bought
     * @param perHandover what was spent for each whom marketing handed over
     * @param perCustomer what was spent for each who has bought
     */
    public record Line(
            CampaignTally tally,
            long people,
            Map<String, Long> reached,
            long customers,
            Optional<BigDecimal> perHandover,
            Optional<BigDecimal> perCustomer) {}

    public static CampaignReport of(List<CampaignTally> tallies, Lifecycle lifecycle, Optional<String> handedOver) {
        List<String> stages = lifecycle.rules().stream()
                .map(StageRule::stage)
                .map(s -> s.name())
                .toList();
        List<Line> lines = new ArrayList<>();
        for (CampaignTally tally : tallies) {
            Map<String, Long> reached = reached(stages, tally.people());
            long customers = lifecycle.won().stream()
                    .mapToLong(s -> tally.people().getOrDefault(s, 0L))
                    .sum();
            Optional<BigDecimal> spent = tally.campaign().money().spent();
            lines.add(new Line(
                    tally,
                    tally.people().values().stream().mapToLong(Long::longValue).sum(),
                    reached,
                    customers,
                    per(spent, handedOver.map(s -> reached.getOrDefault(s, 0L)).orElse(0L)),
                    per(spent, customers)));
        }
        return new CampaignReport(stages, handedOver, lines);
    }

    /** Whoever is further has been there, or has passed it by. */
    private static Map<String, Long> reached(List<String> stages, Map<String, Long> people) {
        Map<String, Long> reached = new LinkedHashMap<>();
        for (int i = 0; i < stages.size(); i++) {
            reached.put(
                    stages.get(i),
                    stages.subList(i, stages.size()).stream()
                            .mapToLong(s -> people.getOrDefault(s, 0L))
                            .sum());
        }
        return reached;
    }

    private static Optional<BigDecimal> per(Optional<BigDecimal> spent, long many) {
        return spent.filter(s -> many > 0).map(s -> s.divide(BigDecimal.valueOf(many), CENTS, RoundingMode.HALF_UP));
    }
}
