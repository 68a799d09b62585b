package io.smarketing.simulation.life;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.mapping.FieldPlace;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.Insider.Deed;
import io.smarketing.simulation.people.Links;
import io.smarketing.simulation.people.People;
import io.smarketing.simulation.people.Someone;
import io.smarketing.simulation.people.Typed;
import io.smarketing.simulation.people.Values;
import io.smarketing.simulation.people.Words;
import io.smarketing.simulation.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What people do to the fields of records: they make them and type into them, at the screens of either CRM. */
final class Deeds {

    private final World world;
    private final People people;
    private final Words words;
    private final Values values;
    private final Pointing pointing;
    private final LongSupplier round;
    private Duration lateness = Duration.ZERO;
    private int serial;

    /** @param round the round that is under way, or zero */
    Deeds(World world, People people, Values values, LongSupplier round) {
        this.world = world;
        this.people = people;
        this.words = people.words();
        this.values = values;
        this.pointing = new Pointing(world, people);
        this.round = round;
    }

    /** What is typed from now on is typed in that operation. */
    void begin(Operation operation) {
        serial = operation.firstSerial();
    }

    int next() {
        return ++serial;
    }

    /** Somebody makes a record of a human; empty if the CRM does not take it. */
    Optional<RecordRef> make(CrmId crm, RecordType type, Someone someone) {
        Map<FieldRule, FieldPlace> typed = new LinkedHashMap<>();
        Map<String, String> row = new LinkedHashMap<>();
        List<FieldRule> pointers = new ArrayList<>();
        for (FieldRule rule : words.rules(type)) {
            Optional<FieldPlace> place = words.place(crm, type, rule);
            int number = next();
            if (place.filter(Links::isLink).isPresent()) {
                pointers.add(rule);
            } else if (place.isPresent()
                    && (People.isAddress(rule) || number % 3 == 0)
                    && place.get().isCreatable()) {
                String field = place.get().spec().name().text();
                Optional<String> value = People.isAddress(rule)
                        ? Optional.of(People.address(rule, someone, Optional.empty()))
                        : values.fresh(crm, place.get(), number);
                value.ifPresent(v -> row.put(field, v));
                value.ifPresent(v -> typed.put(rule, place.get()));
            }
        }
        needed(row, crm, type);
        Optional<RecordRef> made = create(crm, type, row);
        made.ifPresent(ref -> {
            people.made(ref, someone);
            words.rules(type)
                    .forEach(rule -> words.place(crm, type, rule)
                            .filter(p -> row.containsKey(p.spec().name().text()))
                            .ifPresent(p -> note(someone, ref, rule, p, FieldValue.BLANK)));
            // most are about somebody from the beginning
            pointers.stream().filter(rule -> next() % 4 != 0).forEach(rule -> edit(ref, rule));
        });
        return made;
    }

    /** Without these a CRM takes no record. */
    private void needed(Map<String, String> row, CrmId crm, RecordType type) {
        boolean person = world.setup().subject(type) == Subject.PEOPLE;
        boolean deal = world.setup().subject(type) == Subject.DEALS;
        if (crm.equals(world.org().id())) {
            row.putIfAbsent(person ? "LastName" : "Name", "Name " + next());
            if (type.name().equals("Lead")) {
                row.putIfAbsent("Company", "Company " + next());
            }
            if (deal) {
                row.putIfAbsent("StageName", "Qualification");
                row.putIfAbsent("CloseDate", "2027-06-30");
            }
        } else if (deal) {
            row.putIfAbsent("dealname", "Name " + next());
            row.putIfAbsent("dealstage", "qualifiedtobuy");
        }
    }

    /** Somebody makes a record; empty if the CRM does not take it. */
    Optional<RecordRef> create(CrmId crm, RecordType type, Map<String, String> row) {
        World.Side side = world.side(crm);
        String object = words.object(new RecordRef(crm, type, "?"));
        try {
            lateCommit(lateness);
            String id = side.crm().insider().create(object, row, side.clock().instant());
            return Optional.of(new RecordRef(crm, type, id));
        } catch (BadRow e) {
            return Optional.empty();
        } finally {
            lateCommit(Duration.ZERO);
        }
    }

    /** Somebody types a fresh value into one of the record's fields, the nth of those that take one. */
    boolean edit(RecordRef ref, int nth) {
        List<FieldRule> rules = words.rules(ref.type()).stream()
                .filter(r -> !People.isAddress(r))
                .filter(r -> words.place(ref.crm(), ref.type(), r).isPresent())
                .toList();
        return edit(ref, nth(rules, ref, nth));
    }

    /** The nth of these; where a record points at others, each third time one of its links. */
    FieldRule nth(List<FieldRule> rules, RecordRef ref, int nth) {
        List<FieldRule> links = rules.stream()
                .filter(r -> words.place(ref.crm(), ref.type(), r)
                        .filter(Links::isLink)
                        .isPresent())
                .toList();
        List<FieldRule> some = links.isEmpty() || nth / 7 % 3 != 0 ? rules : links;
        return some.get(nth % some.size());
    }

    /** Somebody types a fresh value into that field. */
    boolean edit(RecordRef ref, FieldRule rule) {
        Optional<FieldPlace> place = words.place(ref.crm(), ref.type(), rule);
        Optional<String> value = place.flatMap(
                p -> Links.isLink(p) ? pointing.fresh(ref, p, next()) : values.fresh(ref.crm(), p, next()));
        return value.isPresent() && type(ref, rule, place.get(), value.get());
    }

    /** Somebody empties a field; nobody can take away an owner, nor is anybody known without an address. */
    boolean clear(RecordRef ref, int nth) {
        List<FieldRule> rules = words.rules(ref.type()).stream()
                .filter(r -> !People.isAddress(r) && r.type() != FieldType.OWNER)
                .toList();
        FieldRule rule = nth(rules, ref, nth);
        Optional<FieldPlace> place = words.place(ref.crm(), ref.type(), rule);
        return place.isPresent() && type(ref, rule, place.get(), "");
    }

    /** Somebody corrects the address of a human whom the engine has linked: before, another address is another human. */
    boolean address(RecordRef ref) {
        Optional<Someone> someone = people.owner(ref);
        Optional<FieldRule> rule =
                words.rules(ref.type()).stream().filter(People::isAddress).findFirst();
        Optional<FieldPlace> place = rule.flatMap(r -> words.place(ref.crm(), ref.type(), r));
        boolean linked = !people.keyOn(ref).isEmpty();
        boolean met = someone.filter(s -> !s.known().wasMadeTwice() || s.known().hasMet())
                .isPresent();
        return linked
                && met
                && place.isPresent()
                && type(ref, rule.get(), place.get(), People.address(rule.get(), someone.get(), Optional.of(next())));
    }

    /** Somebody moves the stage by hand. */
    boolean stage(RecordRef ref, int nth) {
        var own = Optional.ofNullable(world.setup().mapping(ref.type()).own().get(ref.crm()))
                .flatMap(types -> Optional.ofNullable(types.get(ref.type())))
                .orElseThrow();
        List<String> stages = own.stageValues().values().stream().sorted().toList();
        return own.stage().isPresent()
                && !stages.isEmpty()
                && act(ref, "set", own.stage().get().text(), stages.get(nth % stages.size()));
    }

    private boolean type(RecordRef ref, FieldRule rule, FieldPlace place, String value) {
        Optional<FieldValue> before = words.held(ref, place);
        boolean done = Links.isLink(place)
                ? pointing.point(ref, place, value, this)
                : act(ref, "set", place.spec().name().text(), value);
        if (done && !words.held(ref, place).equals(before)) {
            FieldValue was = before.flatMap(held -> Words.neutral(place, held)).orElse(FieldValue.BLANK);
            people.owner(ref).ifPresent(someone -> note(someone, ref, rule, place, was));
        }
        return done;
    }

    /** A conversion has made the record point at others. */
    void pointed(RecordRef ref) {
        for (FieldRule rule : words.rules(ref.type())) {
            words.place(ref.crm(), ref.type(), rule)
                    .filter(Links::isLink)
                    .ifPresent(place ->
                            people.owner(ref).ifPresent(someone -> note(someone, ref, rule, place, FieldValue.BLANK)));
        }
    }

    private void note(Someone someone, RecordRef ref, FieldRule rule, FieldPlace place, FieldValue before) {
        words.held(ref, place)
                .flatMap(held -> Words.neutral(place, held))
                .ifPresent(value -> people.typed(
                        someone.known(),
                        new Typed(
                                ref,
                                rule.name(),
                                before,
                                value,
                                new Typed.When(world.side(ref.crm()).clock().instant(), round.getAsLong(), isLate()))));
    }

    /** Does something to a record; false if the CRM does not let it be done. */
    boolean act(RecordRef ref, String action, String field, String value) {
        World.Side side = world.side(ref.crm());
        try {
            lateCommit(lateness);
            side.crm()
                    .insider()
                    .act(new Deed(side.clock().instant(), words.object(ref), ref.id(), action, field, value));
            return true;
        } catch (BadRow e) {
            return false;
        } finally {
            lateCommit(Duration.ZERO);
        }
    }

    /** What people do in the org from now on shows so much later than its stamp tells: they work in long transactions. */
    void late(Duration by) {
        lateness = by;
    }

    private boolean isLate() {
        return !lateness.isZero();
    }

    private void lateCommit(Duration by) {
        world.org().switches().set("late-commit", by.isZero() ? "off" : by.toString());
    }
}
