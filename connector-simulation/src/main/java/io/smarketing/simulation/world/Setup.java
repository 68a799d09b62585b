package io.smarketing.simulation.world;

import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.mapping.Assignment.By;
import io.smarketing.core.mapping.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is simulated: how people, or companies, are kept in step between a portal and an org.
 *
 * @param portal the HubSpot portal by its name in the mapping
 * @param org the Salesforce org by its name in the mapping
 * @param mappings of all that is kept in step
 * @param subject whose records a life is about
 */
public record Setup(CrmId portal, CrmId org, Map<Subject, Mapping> mappings, Subject subject) {

    /** Every so many lives are about companies, in every so many admins are at work, and in every so many CRMs have habits. */
    private static final int COMPANIES = 5;

    private static final int ADMINS = 4;

    private static final int HABITS = 3;

    public Setup {
        mappings = Map.copyOf(mappings);
    }

    /** Of people alone. */
    public Setup(CrmId portal, CrmId org, Mapping people) {
        this(portal, org, Map.of(Subject.PEOPLE, people), Subject.PEOPLE);
    }

    /** What the life of that seed is about: where companies are kept in step, every fifth is about them. */
    public Setup life(long seed) {
        boolean companies = mappings.containsKey(Subject.COMPANIES) && Math.floorMod(seed, COMPANIES) == COMPANIES - 1;
        return new Setup(portal, org, mappings, companies ? Subject.COMPANIES : Subject.PEOPLE);
    }

    /**
     * True if in that seed's life admins are at work: they put triggers and rules into the org, and have the daemon log in
     * to the portal by tokens that end.
     */
    public static boolean hasAdmins(long seed) {
        return Math.floorMod(seed, ADMINS) == ADMINS - 1;
    }

    /** True if in that seed's life the CRMs do some things their own way, which nobody knows of for sure. */
    public static boolean hasHabits(long seed) {
        return Math.floorMod(seed, HABITS) == HABITS - 1;
    }

    public Mapping mapping() {
        return mapping(subject);
    }

    private Mapping mapping(Subject of) {
        return Optional.ofNullable(mappings.get(of)).orElseThrow();
    }

    /** What is read of a CRM. */
    public Wanted wanted(CrmId crm) {
        Map<RecordType, Wanted.Type> types =
                new LinkedHashMap<>(mapping(Subject.PEOPLE).wanted(crm));
        types.putAll(mapping().wanted(crm));
        return new Wanted(types, mapping().assignment(crm).by() == By.RULES);
    }
}
