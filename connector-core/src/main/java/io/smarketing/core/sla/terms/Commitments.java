package io.smarketing.core.sla.terms;

import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was promised for whole periods, and who answers for it.
 *
 * @param marketing what marketing delivers
 * @param personas whom both sell to: somebody is the first of them that fits
 * @param owners whose a missed promise is
 */
public record Commitments(List<Commitment> marketing, List<Persona> personas, Map<Side, Email> owners) {

    /** Nothing of the kind. */
    public static final Commitments NONE = new Commitments(List.of(), List.of(), Map.of());

    public Commitments {
        marketing = List.copyOf(marketing);
        personas = List.copyOf(personas);
        owners = Map.copyOf(owners);
    }

    /** The persona of a lead; an empty text if it is none of them. */
    public String persona(Fields lead) {
        return personas.stream()
                .filter(p -> p.isOf(lead))
                .findFirst()
                .map(Persona::name)
                .orElse("");
    }

    public Optional<Email> owner(Side side) {
        return Optional.ofNullable(owners.get(side));
    }
}
