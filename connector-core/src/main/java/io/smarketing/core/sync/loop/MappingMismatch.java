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

    public List<String> problems() {
        return problems;
    }
}
