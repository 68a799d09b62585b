package io.smarketing.core.lead;

/**
 * One step of the configured lifecycle.
 *
 * @param name the team's word for it, such as {@code mql}
 * @param order its place: a stage with a higher order is further along
 */
public record Stage(String name, int order) {

    public Stage {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a stage has no name");
        }
    }

    /** True if this stage is further along than the other. */
    public boolean isPast(Stage other) {
        return order > other.order;
    }

    @Override
    public String toString() {
        return name;
    }
}
