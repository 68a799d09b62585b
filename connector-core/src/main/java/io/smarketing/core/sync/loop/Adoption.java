package io.smarketing.core.sync.loop;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Party;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The adoption of a mapping that is not the one of the last round: with news in it, everybody is gone through again. */
record Adoption(Mapping mapping, Ledger ledger) {

    /** Stands for all criteria among the mapped fields: no field can be named so. */
    private static final FieldName CRITERIA = FieldName.of("(criteria)");

    /** Stands for marketing's view there: whoever was handed over before there was one is to get it. */
    private static final FieldName VIEW = FieldName.of("(view)");

    void adopt(Collection<Party> parties) {
        Map<FieldName, String> now = new LinkedHashMap<>();
        for (FieldRule rule : mapping.rules()) {
            now.put(rule.name(), rule.fingerprint());
        }
        mapping.lifecycle().criteria().ifPresent(print -> now.put(CRITERIA, print));
        mapping.handoff().filter(Handoff::hasView).ifPresent(h -> now.put(VIEW, "1"));
        Map<FieldName, String> before = ledger.mapping();
        if (now.equals(before)) {
            return;
        }
        boolean news = now.entrySet().stream().anyMatch(e -> !e.getValue().equals(before.get(e.getKey())));
        if (!before.isEmpty() && news) {
            for (Party party : parties) {
                ledger.move(ledger.bookmark(party.id()).fromTheStart());
            }
        }
        ledger.adopt(now);
    }
}
