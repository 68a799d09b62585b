package io.smarketing.core.sync.loop;

import java.util.List;

/** The mapping does not fit the CRMs as they are: all problems at once, one sentence each. */
public final class MappingMismatch extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    MappingMismatch(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** The same of several subjects. */
    public static MappingMismatch of(List<MappingMismatch> each) {
        return new MappingMismatch(
                each.stream().flatMap(m -> m.problems.stream()).distinct().toList());
    }

    public List<String> problems() {
        return problems;
    }
}
