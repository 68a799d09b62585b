package io.smarketing.daemon.config;

import io.smarketing.daemon.config.yaml.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration cannot be used; all that is wrong with it is known. */
public final class InvalidConfiguration extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidConfiguration(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, sorted by place. */
    public List<Problem> problems() {
        return problems;
    }
}
