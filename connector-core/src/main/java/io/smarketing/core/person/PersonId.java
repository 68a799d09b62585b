package io.smarketing.core.person;

import java.util.UUID;

/** Our own number for one human, fixed for life. */
public record PersonId(UUID value) implements Comparable<PersonId> {

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
