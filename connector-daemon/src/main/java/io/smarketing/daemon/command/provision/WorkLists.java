package io.smarketing.daemon.command.provision;

import io.smarketing.core.crm.provision.WorkList;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.mapping.HandoffFields;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.sla.clock.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists that sales works through: who waits, and whose promise is late or about to be. */
record WorkLists(Mapping mapping, Glossary glossary) {

    List<WorkList> of(OwnFields own) {
        return Stream.of(waiting(own), atRisk(own)).flatMap(Optional::stream).toList();
    }

    /** Those whom marketing has handed over and nobody has tried to reach. */
    private Optional<WorkList> waiting(OwnFields own) {
        Optional<String> from = mapping.handoff().map(h -> h.from());
        return from.flatMap(name -> Optional.ofNullable(own.stageValues().get(name))
                .flatMap(value -> own.stage().map(stage -> waiting(own, name, stage, value))));
    }

    private WorkList waiting(OwnFields own, String name, FieldName stage, String value) {
        Map<FieldName, List<String>> where = new LinkedHashMap<>();
        where.put(stage, List.of(value));
        Optional.ofNullable(own.handoff().at().get(Moment.TOUCHED))
                .ifPresent(touched -> where.put(touched, List.of("")));
        return new WorkList(
                own.type(),
                "Smarketing_Waiting_" + name.replace('-', '_'),
                glossary.waiting(name),
                where,
                Optional.ofNullable(own.stamps().get(name)).stream().toList());
    }

    /** Those for whom something is due soon, or overdue and still not done. */
    private Optional<WorkList> atRisk(OwnFields own) {
        HandoffFields fields = own.handoff();
        return fields.slaState()
                .map(state -> new WorkList(
                        own.type(),
                        "Smarketing_SLA_At_Risk",
                        glossary.atRisk(),
                        Map.of(state, List.of(State.AT_RISK.word(), State.BREACHED.word())),
                        Stream.concat(fields.slaDueAt().stream(), Stream.of(state))
                                .toList()));
    }
}
