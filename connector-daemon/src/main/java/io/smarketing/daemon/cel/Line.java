package io.smarketing.daemon.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Criterion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One named line of CEL, compiled. */
public final class Line implements Criterion {

    private final String name;
    private final String source;
    private final Program program;
    private final Map<String, FieldType> types;
    private final Set<FieldName> inputs;

    /** @param types the fields that it may name */
    Line(String name, String source, Program program, Map<String, FieldType> types, Set<FieldName> inputs) {
        this.name = name;
        this.source = source;
        this.program = program;
        this.types = types;
        this.inputs = Set.copyOf(inputs);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Set<FieldName> inputs() {
        return inputs;
    }

    /**
     * True if the line is true. A line that needs a number or a date which is blank, or that cannot be computed from
     * these values, is not true.
     */
    @Override
    public boolean holds(Fields neutral) {
        try {
            return Boolean.TRUE.equals(computed(neutral));
        } catch (CelEvaluationException e) {
            // A value that a conversion or a pattern in the line cannot take: said of the value, not of us.
            return false;
        }
    }

    @Override
    public Optional<String> fault(Fields neutral) {
        try {
            computed(neutral);
            return Optional.empty();
        } catch (CelEvaluationException e) {
            return Optional.of(CelWords.fault(e));
        }
    }

    private Object computed(Fields neutral) throws CelEvaluationException {
        return program.eval((String variable) -> value(variable, neutral));
    }

    private Optional<Object> value(String variable, Fields neutral) {
        if (variable.startsWith(Conditions.KNOWN)) {
            String field = variable.substring(Conditions.KNOWN.length());
            return Optional.of(!neutral.text(FieldName.of(field)).isEmpty());
        }
        FieldType type = types.get(variable);
        return type == null ? Optional.empty() : CelValues.of(type, neutral.text(FieldName.of(variable)));
    }
}
