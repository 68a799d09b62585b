package io.smarketing.simulation.world;

import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.mapping.Assignment.By;
import io.smarketing.core.mapping.Mapping;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is simulated: how people, companies and deals are kept in step between a portal and an org.
 *
 * @param portal the HubSpot portal by its name in the mapping
 * @param org the Salesforce org by its name in the mapping
 * @param mappings of all that may be kept in step
 * @param subjects those that are kept in step, in their order; a life is about the last, which may point at the others
 */
public record Setup(CrmId portal, CrmId org, Map<Subject, Mapping> mappings, List<Subject> subjects) {

    /** In every so many lives admins are at work, in every so many CRMs have habits, and in every so many all is restless. */
    private static final int ADMINS = 4;

    private static final int HABITS = 3;
    private static final int RESTLESS = 7;

    public Setup {
        mappings = Map.copyOf(mappings);
        subjects = List.copyOf(subjects);
    }

    /** Of whatever is mapped. */
    public Setup(CrmId portal, CrmId org, Map<Subject, Mapping> mappings) {
        this(portal, org, mappings, List.of(Subject.PEOPLE));
    }

    /** Of people alone. */
    public Setup(CrmId portal, CrmId org, Mapping people) {
        this(portal, org, Map.of(Subject.PEOPLE, people));
    }

    /**
     * What the life of that seed is about, as far as it is mapped: of ten lives two are about companies, one is about people
     * and the companies that they work for, one is about deals and all that they point at, and the others are about people
     * alone.
     */
    public Setup life(long seed) {
        return switch (Math.floorMod(seed, 10)) {
            case 3 -> about(Subject.COMPANIES, Subject.PEOPLE);
            case 4, 9 -> mappings.containsKey(Subject.COMPANIES) ? about(Subject.COMPANIES) : about(Subject.PEOPLE);
            case 7 -> mappings.containsKey(Subject.DEALS) ? about(Subject.values()) : about(Subject.PEOPLE);
            default -> about(Subject.PEOPLE);
        };
    }

    private Setup about(Subject... wished) {
        List<Subject> mapped =
                Arrays.stream(wished).filter(mappings::containsKey).toList();
        return new Setup(portal, org, mappings, mapped);
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

    /** True if in that seed's life far more records are converted, deleted, brought back and merged than elsewhere. */
    public static boolean isRestless(long seed) {
        return Math.floorMod(seed, RESTLESS) == 0;
    }

    /** What a life is about. */
    public Subject subject() {
        return subjects.get(subjects.size() - 1);
    }

    /** What a record of that type is, of those that are kept in step. */
    public Subject subject(RecordType type) {
        return subjects.stream()
                .filter(s -> mapping(s).own().values().stream().anyMatch(own -> own.containsKey(type)))
                .findFirst()
                .orElseThrow();
    }

    public Mapping mapping(Subject of) {
        return Optional.ofNullable(mappings.get(of)).orElseThrow();
    }

    public Mapping mapping(RecordType type) {
        return mapping(subject(type));
    }

    /** What is read of a CRM. */
    public Wanted wanted(CrmId crm) {
        Mapping people = mapping(Subject.PEOPLE);
        Map<RecordType, Wanted.Type> types = new LinkedHashMap<>(people.wanted(crm));
        subjects.forEach(s -> types.putAll(mapping(s).wanted(crm)));
        return new Wanted(types, people.assignment(crm).by() == By.RULES);
    }
}
