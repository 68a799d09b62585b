package io.smarketing.core.crm.record;

/** One of the CRMs of a workspace, by the name that the configuration gives it. */
public record CrmId(String name) implements Comparable<CrmId> {

    public CrmId {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a CRM has no name");
        }
    }

    @Override
    public int compareTo(CrmId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
