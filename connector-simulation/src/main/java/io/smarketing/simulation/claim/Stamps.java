package io.smarketing.simulation.claim;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.NormalForm;
import io.smarketing.core.lead.UnreadableValue;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.simulation.people.Words;
import io.smarketing.simulation.world.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The stamps of the stages that both CRMs held whenever everything was at rest. */
final class Stamps {

    private final World world;
    private final Words words;
    private final Map<String, Map<String, String>> before = new HashMap<>();

    Stamps(World world, Words words) {
        this.world = world;
        this.words = words;
    }

    /** Both hold the same stamps, and within one pass those that were there before. */
    void check(Pair pair) {
        Map<String, String> portal = held(pair.portal());
        Map<String, String> org = held(pair.org());
        if (pair.someone().isLoose()) {
            // a record that was brought back may bear what another of theirs went on with
            Set<String> reached = pair.person().progress().stamps().keySet();
            portal.keySet().retainAll(reached);
            org.keySet().retainAll(reached);
        }
        boolean aside = pair.parked().stream().anyMatch(p -> p.field().isEmpty());
        if (!aside && !portal.equals(org)) {
            throw new Violation(
                    Claim.STAMPS_STAY,
                    pair.someone() + "'s stamps are " + portal + " in " + pair.portal() + " and " + org + " in "
                            + pair.org());
        }
        String pass = pair.person().id() + " " + pair.person().progress().pass().number();
        Map<String, String> earlier = before.getOrDefault(pass, Map.of());
        if (!pair.someone().isLoose()) {
            earlier.forEach((stage, at) -> requireSame(pair, stage, at, portal));
        }
        before.put(pass, portal);
    }

    private static void requireSame(Pair pair, String stage, String at, Map<String, String> now) {
        if (!at.equals(now.get(stage))) {
            throw new Violation(
                    Claim.STAMPS_STAY,
                    pair.someone() + " was " + stage + " at " + at + ", and within the same pass at " + now.get(stage));
        }
    }

    private Map<String, String> held(RecordRef ref) {
        Map<String, String> held = new TreeMap<>();
        OwnFields own = Optional.ofNullable(
                        world.setup().mapping(ref.type()).own().get(ref.crm()).get(ref.type()))
                .orElseThrow();
        own.stamps().forEach((stage, field) -> time(ref, field).ifPresent(at -> held.put(stage, at)));
        return held;
    }

    private Optional<String> time(RecordRef ref, FieldName field) {
        return words.peek(ref, field).filter(t -> !t.isEmpty()).map(Stamps::instant);
    }

    private static String instant(String text) {
        try {
            return NormalForm.instant(text).toString();
        } catch (UnreadableValue e) {
            return text;
        }
    }
}
