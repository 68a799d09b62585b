package io.smarketing.simulation.people;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.simulation.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All humans of a life, and which record is whose: as people made them, not as the engine believes. */
public final class People {

    private static final FieldName DOMAIN = FieldName.of("domain");
    private static final FieldName IS_CONVERTED = FieldName.of("IsConverted");

    private final World world;
    private final Words words;
    private final Map<Integer, Someone> all = new LinkedHashMap<>();
    private final Map<RecordRef, Someone> owners = new LinkedHashMap<>();
    private final Map<String, Someone> byId = new HashMap<>();
    private final Map<RecordRef, Map<FieldName, List<Typed>>> untold = new HashMap<>();
    private long typed;

    public People(World world, Words words) {
        this.world = world;
        this.words = words;
    }

    public Words words() {
        return words;
    }

    /** @param number which nobody else has */
    public Someone newcomer(int number) {
        Someone someone = new Someone(number);
        all.put(number, someone);
        return someone;
    }

    public List<Someone> all() {
        return List.copyOf(all.values());
    }

    /** Somebody made that record of a human. */
    public void made(RecordRef ref, Someone someone) {
        someone.known().make(ref.crm());
        own(ref, someone);
    }

    /** A conversion made that record: if it bears the address of one of its kind, it is a further one of theirs. */
    public void madeBeside(RecordRef ref, Someone newcomer) {
        Optional<Someone> namesake = byAddress(ref)
                .map(Someone::known)
                .filter(s -> owners.entrySet().stream()
                        .anyMatch(e -> e.getValue().known().equals(s) && isOfOneKind(e.getKey(), ref)));
        namesake.ifPresent(Someone::loosen);
        made(ref, namesake.orElse(newcomer));
    }

    private boolean isOfOneKind(RecordRef one, RecordRef other) {
        return world.setup().subject(one.type()) == world.setup().subject(other.type());
    }

    /** The record is that human's, whoever made it. */
    public void own(RecordRef ref, Someone someone) {
        owners.put(ref, someone);
        byId.put(ref.id(), someone);
    }

    public Optional<Someone> owner(RecordRef ref) {
        return Optional.ofNullable(owners.get(ref));
    }

    /** Whose a record is, also of one that the engine has made just now. */
    Optional<Someone> whose(RecordRef ref) {
        if (!owners.containsKey(ref)) {
            recognise(ref);
        }
        return owner(ref);
    }

    /** True if something of whom that number means was deleted, brought back or merged. */
    boolean isLoose(String number) {
        return number.matches("\\d+")
                && Optional.ofNullable(all.get(Integer.parseInt(number)))
                        .filter(Someone::isLoose)
                        .isPresent();
    }

    /** How far the record's human is from a number; numbers beside one another lie far apart. */
    public int distance(RecordRef ref, int number) {
        int mixed = (owner(ref).map(Someone::number).orElse(0) ^ number) * 0x9E3779B1;
        return mixed ^ mixed >>> 15;
    }

    /** Whose record our external id names: it ends with the id of the record that caused it. */
    public Optional<Someone> byKey(String key) {
        return Optional.ofNullable(byId.get(key.substring(key.lastIndexOf('-') + 1)));
    }

    /** Records of these two were merged into that one. */
    public void merged(Someone loser, Someone winner, RecordRef into) {
        loser.becomes(winner);
        winner.known().loosen();
        own(into, winner.known());
    }

    public void loosened(Someone someone) {
        someone.known().loosen();
    }

    public void restored(RecordRef ref, Someone someone) {
        someone.known().bringBack(ref.crm());
    }

    public void converted(RecordRef lead, RecordRef contact) {
        owner(lead).ifPresent(someone -> {
            someone.known().convert(lead, contact);
            own(contact, someone);
        });
    }

    /** Somebody typed a value. */
    public void typed(Someone someone, Typed one) {
        typed++;
        someone.story(one.field()).type(one);
        untold.computeIfAbsent(one.ref(), r -> new HashMap<>())
                .computeIfAbsent(one.field(), f -> new ArrayList<>())
                .add(one);
    }

    /** How many values were typed. */
    public long typed() {
        return typed;
    }

    /** What was typed into a record, by field, and the engine may not have been told. */
    public Map<FieldName, List<Typed>> untold(RecordRef ref) {
        return untold.getOrDefault(ref, Map.of());
    }

    /** Nothing that was typed until now is of interest any more. */
    public void settled() {
        untold.clear();
    }

    /** All live records of both CRMs; those that the engine made are given to whom they are of. */
    public List<RecordRef> live() {
        List<RecordRef> live = new ArrayList<>();
        for (World.Side side : List.of(world.portal(), world.org())) {
            for (Subject subject : world.setup().subjects()) {
                world.types(side.id(), subject).forEach(type -> live.addAll(live(side, type)));
            }
        }
        live.forEach(this::whose);
        return live;
    }

    private List<RecordRef> live(World.Side side, RecordType type) {
        String object = world.object(side.id(), type);
        return side.crm().insider().ids(object).stream()
                .map(id -> new RecordRef(side.id(), type, id))
                .filter(ref -> !isConverted(ref))
                .toList();
    }

    /** True if there is such a record now, and it has not become another. */
    public boolean isLive(RecordRef ref) {
        return words.isThere(ref) && !isConverted(ref);
    }

    /** Our external id on a record; an empty text if it has none. */
    public String keyOn(RecordRef ref) {
        return words.peek(ref, words.key(ref)).orElse("");
    }

    private boolean isConverted(RecordRef ref) {
        return words.peek(ref, IS_CONVERTED).filter("true"::equals).isPresent();
    }

    private void recognise(RecordRef ref) {
        Optional.of(keyOn(ref))
                .filter(key -> !key.isEmpty())
                .flatMap(this::byKey)
                .or(() -> byAddress(ref))
                .ifPresent(someone -> own(ref, someone));
    }

    private Optional<Someone> byAddress(RecordRef ref) {
        return words.rules(ref.type()).stream()
                .filter(People::isAddress)
                .flatMap(r -> words.place(ref.crm(), ref.type(), r).stream())
                .flatMap(p -> words.peek(ref, p.spec().name()).stream())
                .filter(a -> a.matches("p\\d+[-@.].*"))
                .map(a -> all.get(Integer.parseInt(a.substring(1).split("[-@.]")[0])))
                .findFirst();
    }

    /** True for the field by which people are recognised, or companies by their domain. */
    public static boolean isAddress(FieldRule rule) {
        return rule.type() == FieldType.EMAIL || isDomain(rule);
    }

    private static boolean isDomain(FieldRule rule) {
        return rule.places().values().stream().anyMatch(p -> p.fields().containsValue(DOMAIN));
    }

    /** An address of somebody, under a serial number if it is not the first; of companies it is a domain. */
    public static String address(FieldRule rule, Someone someone, Optional<Integer> serial) {
        String name = "p" + someone.number() + serial.map(s -> "-" + s).orElse("");
        return name + (isDomain(rule) ? "." : "@") + "example.com";
    }
}
