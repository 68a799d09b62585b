package io.smarketing.simulation.people;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.mapping.FieldPlace;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.simulation.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which records point at which, as people see it at the screens of either CRM. A link is a field whose value is the
 * number of whom it points at: what bears which key is the engine's business.
 */
public final class Links {

    /** The rows of the org by which a deal has people. */
    public static final RecordType ROLE = new RecordType("OpportunityContactRole");

    private static final FieldName DEAL = FieldName.of("OpportunityId");
    private static final FieldName PERSON = FieldName.of("ContactId");
    private static final FieldName COMPANY = FieldName.of("AccountId");
    private static final String AND = ";";

    private final World world;
    private final Supplier<People> people;

    Links(World world, Supplier<People> people) {
        this.world = world;
        this.people = people;
    }

    /** True if that field is a link: the key of another record, which can be written. */
    public static boolean isLink(FieldPlace place) {
        return place.spec().name().text().contains(".") && place.isWritable();
    }

    /** True if a record may have many of these links. */
    public static boolean isMany(FieldPlace place) {
        return subject(place) == Subject.PEOPLE;
    }

    /** What a link points at. */
    public static Subject subject(FieldPlace place) {
        String word = place.spec().name().text();
        return word.startsWith("company.") || word.startsWith("Account.") ? Subject.COMPANIES : Subject.PEOPLE;
    }

    /** The field, or the column, in which people see and set that link. */
    public FieldName column(RecordRef ref, FieldPlace place) {
        if (ref.crm().equals(world.org().id())) {
            return COMPANY;
        }
        return FieldName.of(isMany(place) ? "associated_contacts" : "associated_company");
    }

    /** The records that a record points at. */
    public List<RecordRef> ends(RecordRef ref, FieldPlace place) {
        boolean org = ref.crm().equals(world.org().id());
        List<String> ids = org && isMany(place)
                ? roles(ref).stream().map(role -> peek(role, PERSON)).toList()
                : List.of(peek(ref, column(ref, place)).split(AND));
        List<RecordType> types = world.types(ref.crm(), subject(place));
        // a lead is nobody's
        return ids.stream()
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(id -> new RecordRef(ref.crm(), types.get(0), id))
                .toList();
    }

    /** The org's rows that name a deal's people. */
    public List<RecordRef> roles(RecordRef deal) {
        List<RecordRef> roles = new ArrayList<>();
        for (String id : inside(deal).ids(ROLE.name())) {
            RecordRef role = new RecordRef(deal.crm(), ROLE, id);
            if (peek(role, DEAL).equals(deal.id())) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** The person whom such a row names. */
    public String person(RecordRef role) {
        return peek(role, PERSON);
    }

    /** Whom a record points at, by their numbers. */
    FieldValue held(RecordRef ref, FieldPlace place) {
        return value(ends(ref, place).stream()
                .map(end -> people.get().whose(end).map(Links::number).orElse("?" + end.id()))
                .collect(Collectors.toSet()));
    }

    /** Whom keys name, by their numbers. */
    FieldValue named(FieldValue keys) {
        return value(Stream.of(keys.text().split(AND))
                .filter(key -> !key.isEmpty())
                .map(key -> people.get().byKey(key).map(Links::number).orElse("?" + key))
                .collect(Collectors.toSet()));
    }

    /** True if a record points at one without a key: nobody can say in the other CRM whom it points at. */
    public boolean isSilent(RecordRef ref, FieldPlace place) {
        return isLink(place)
                && ends(ref, place).stream()
                        .anyMatch(end -> people.get().keyOn(end).isEmpty());
    }

    /** True if one of those whom the value names was deleted, brought back or merged some time. */
    public boolean isAnyLoose(FieldValue numbers) {
        return Stream.of(numbers.text().split(AND)).anyMatch(n -> people.get().isLoose(n));
    }

    /** True if one whom a record points at was deleted or merged, or has nothing with a key to point at in the other CRM. */
    public boolean isMissing(RecordRef ref, FieldPlace place, CrmId other) {
        if (!isLink(place)) {
            return false;
        }
        RecordType type = world.types(other, subject(place)).get(0);
        Set<Someone> there = people.get().live().stream()
                .filter(one -> one.crm().equals(other) && one.type().equals(type))
                .filter(one -> !people.get().keyOn(one).isEmpty())
                .flatMap(one -> people.get().whose(one).stream())
                .map(Someone::known)
                .collect(Collectors.toSet());
        return ends(ref, place).stream()
                .flatMap(end -> people.get().whose(end).stream())
                .anyMatch(s -> s.isLoose() || !there.contains(s.known()));
    }

    private static String number(Someone someone) {
        return Integer.toString(someone.known().number());
    }

    private static FieldValue value(Set<String> numbers) {
        return FieldValue.of(String.join(AND, new TreeSet<>(numbers)));
    }

    private Insider inside(RecordRef ref) {
        return world.side(ref.crm()).crm().insider();
    }

    private String peek(RecordRef ref, FieldName field) {
        return inside(ref)
                .peek(world.object(ref.crm(), ref.type()), ref.id(), field.text())
                .orElse("");
    }
}
