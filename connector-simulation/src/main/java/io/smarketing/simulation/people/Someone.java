package io.smarketing.simulation.people;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A human of this life, who is told apart by a number. */
public final class Someone {

    private final int number;
    private final Map<CrmId, Integer> made = new TreeMap<>();
    private final Map<CrmId, Integer> broughtBack = new TreeMap<>();
    private final Map<FieldName, Story> stories = new TreeMap<>();
    private final Map<RecordRef, RecordRef> became = new HashMap<>();
    private Optional<Someone> sameAs = Optional.empty();
    private int humans = 1;
    private boolean loose;
    private boolean converted;
    private boolean met;
    private final Set<CrmId> there = new TreeSet<>();
    private final Set<CrmId> gone = new TreeSet<>();

    Someone(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Who this human is known as since records were merged. */
    public Someone known() {
        return sameAs.isPresent() ? sameAs.get().known() : this;
    }

    /** Records of both were merged: they are one from now on. */
    void becomes(Someone other) {
        if (known() != other.known()) {
            Someone one = other.known();
            Someone gone = known();
            gone.made.forEach((crm, n) -> one.made.merge(crm, n, Integer::sum));
            gone.broughtBack.forEach((crm, n) -> one.broughtBack.merge(crm, n, Integer::sum));
            one.humans += gone.humans;
            one.comeBack();
            gone.sameAs = Optional.of(one);
        }
    }

    /** Somebody made a record of this human. */
    void make(CrmId crm) {
        made.merge(crm, 1, Integer::sum);
        gone.remove(crm);
    }

    /** Somebody brought back a record of this human. */
    void bringBack(CrmId crm) {
        broughtBack.merge(crm, 1, Integer::sum);
        comeBack();
    }

    /** How many records of this human there may be in a CRM: those that people made or brought back, and one of ours. */
    public int most(CrmId crm) {
        return made.getOrDefault(crm, 0) + broughtBack.getOrDefault(crm, 0) + humans;
    }

    /** True if people made records in both CRMs, so that two populated records met. */
    public boolean wasMadeTwice() {
        return made.size() > 1;
    }

    /** Which record is whose is no longer told by numbers: something was deleted, brought back or merged. */
    void loosen() {
        loose = true;
    }

    public boolean isLoose() {
        return loose || sameAs.isPresent();
    }

    void convert(RecordRef lead, RecordRef contact) {
        became.put(lead, contact);
        converted = true;
    }

    /** What the record has become. */
    public RecordRef now(RecordRef ref) {
        return became.getOrDefault(ref, ref);
    }

    /** True if a record of this human became another since both CRMs were last found in step. */
    public boolean wasConverted() {
        return converted;
    }

    /** True if both CRMs were found in step before. */
    public boolean hasMet() {
        return met;
    }

    /**
     * Both CRMs are found in step.
     *
     * @param untold but for a link that cannot be told yet: what a conversion made of it is still to come
     */
    public void meet(boolean untold) {
        met = true;
        converted = converted && untold;
    }

    /** The CRMs in which this human has records now, as found at rest. */
    public void isIn(Set<CrmId> crms) {
        gone.addAll(there);
        gone.removeAll(crms);
        there.clear();
        there.addAll(crms);
    }

    /** True if this human was found to have no record left there, and nobody has made or brought back one since. */
    public boolean isGoneFrom(CrmId crm) {
        return gone.contains(crm);
    }

    void comeBack() {
        gone.clear();
    }

    public Story story(FieldName field) {
        return stories.computeIfAbsent(field, f -> new Story());
    }

    @Override
    public String toString() {
        return "person " + number;
    }
}
