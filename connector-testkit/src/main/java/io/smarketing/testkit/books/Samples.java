package io.smarketing.testkit.books;

import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Pass;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.lifecycle.View;
import io.smarketing.core.merge.Bounce;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sync.Intent;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.WaveRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Invented books' entries, small and numbered, and the texts that break careless stores. */
public final class Samples {

    public static final CrmId LEFT = new CrmId("left");
    public static final CrmId RIGHT = new CrmId("right");
    public static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    /** Texts that are code, format or edge of something. */
    public static final List<String> HOSTILE = List.of(
            "O'Neil \"the\" one; DROP TABLE person; --",
            "x' OR Name != '",
            "<script>alert(1)</script>",
            "=HYPERLINK(\"http://example.com\")",
            "{\"a\":[1,null]}",
            "%_\\u0041\\",
            "line\r\nbreak\ttab\u2028separator",
            "\u0001\u001f\u007f\ufeff\uffff",
            "نص عربي 漢字 e\u0301",
            "👩‍👩‍👧‍👦 family",
            "cut off \ud83d",
            "y".repeat(65_536));

    private Samples() {}

    /** A number's id, the same each time, in no order. */
    public static PersonId id(int number) {
        long spread = number * 0x9E3779B97F4A7C15L;
        return new PersonId(new UUID(spread, number));
    }

    public static RecordRef ref(CrmId crm, String type, int number) {
        return new RecordRef(crm, new RecordType(type), String.format("%09d", number));
    }

    public static Email email(int number) {
        return new Email(String.format("lead-%04d@example.com", number));
    }

    /** A person who is known on both sides, with nothing in step yet. */
    public static Person person(int number) {
        return new Person(
                id(number),
                "left-1-" + number,
                Optional.of(email(number)),
                new Progress("mql", Map.of("mql", AT.plusSeconds(number))),
                false,
                Map.of(
                        LEFT, Holding.of(ref(LEFT, "contact", number)),
                        RIGHT, Holding.of(ref(RIGHT, "lead", number))));
    }

    /** That person with each kind of half there is, and these texts as values on both sides. */
    public static Person fullPerson(int number, List<String> texts) {
        Map<FieldName, Half> halves = new LinkedHashMap<>(everyHalf());
        for (int i = 0; i < texts.size(); i++) {
            halves.put(FieldName.of("text " + i), Half.settled(FieldValue.of(texts.get(i)), "fp-" + i));
        }
        Person plain = person(number);
        Holding left = plain.in(LEFT).orElseThrow().with(halves).withOther(ref(LEFT, "contact", 100_000 + number));
        return plain.with(LEFT, left)
                .with(RIGHT, plain.in(RIGHT).orElseThrow().with(halves))
                .with(new Progress(
                        "sql",
                        Map.of("mql", AT, "sql", AT.plusSeconds(86_400L * number)),
                        new Pass(2, AT, Optional.of("recycled")),
                        new Handover(
                                Map.of(Moment.TOUCHED, AT.plusSeconds(90)), Optional.of(email(7)), Optional.of(view())),
                        Map.of("mql", "v:1")));
    }

    private static View view() {
        return new View("B", "Fair, \"\u00e9t\u00e9\" & 'more'", "");
    }

    private static Map<FieldName, Half> everyHalf() {
        Map<FieldName, Half> halves = new LinkedHashMap<>();
        List<Optional<Bounce>> bounces =
                List.of(Optional.empty(), Optional.of(new Bounce(2, "pair-1", AT.plusMillis(7))));
        for (boolean pending : List.of(true, false)) {
            for (boolean standIn : List.of(true, false)) {
                for (Optional<Bounce> bounce : bounces) {
                    halves.put(
                            FieldName.of("half " + halves.size()),
                            new Half(FieldValue.of("v"), pending, standIn, "fp", bounce));
                    halves.put(
                            FieldName.of("half " + halves.size()),
                            new Half(FieldValue.BLANK, pending, standIn, "", bounce));
                }
            }
        }
        return halves;
    }

    /** A live record of the person with that number. */
    public static Sighting sighting(CrmId crm, String type, int number) {
        return new Sighting(
                ref(crm, type, number),
                Optional.of(id(number)),
                "left-1-" + number,
                Optional.of(email(number)),
                AT,
                AT.plusMillis(number),
                true,
                true);
    }

    public static Intent create(long id, Person after, Fields fields) {
        return new Intent(
                id,
                RIGHT,
                new WriteCommand.Create(new RecordType("lead"), after.key(), fields, Lane.BACKFILL),
                after,
                AT,
                List.of());
    }

    public static Intent update(long id, Person after, Fields fields) {
        RecordRef ref = after.in(RIGHT).orElseThrow().principal();
        JournalLine beaten = new JournalLine(
                AT, after.id(), Event.CONFLICT, RIGHT, ref, Set.of(FieldName.of("title")), "left won, edited later");
        return new Intent(
                id, RIGHT, new WriteCommand.Update(ref, fields, Lane.STAMPS), after, AT.plusMillis(5), List.of(beaten));
    }

    public static Parked parked(int number, String field, FailureKind kind) {
        return new Parked(
                ref(LEFT, "contact", number),
                RIGHT,
                field.isEmpty() ? Optional.empty() : Optional.of(FieldName.of(field)),
                kind,
                "The field is too long; shorten it.",
                "attempt-1",
                AT.plusSeconds(number));
    }

    public static JournalLine line(int number, JournalLine.Event event, String... fields) {
        Set<FieldName> names = new java.util.LinkedHashSet<>();
        List.of(fields).forEach(f -> names.add(FieldName.of(f)));
        return new JournalLine(AT, id(number), event, RIGHT, ref(RIGHT, "lead", number), names, "");
    }

    /** A wave of nothing but people. */
    public static WaveRecord wave(Person... people) {
        return new WaveRecord(List.of(people), List.of(), Set.of(), Set.of(), List.of(), List.of());
    }

    /** A wave of nothing but sightings. */
    public static WaveRecord seen(Sighting... sightings) {
        return new WaveRecord(List.of(), List.of(sightings), Set.of(), Set.of(), List.of(), List.of());
    }

    /** A first load's wave: this many people from that number on, linked on both sides, each with a dozen halves. */
    public static WaveRecord load(int from, int many) {
        List<Person> people = new ArrayList<>();
        List<Sighting> sightings = new ArrayList<>();
        List<JournalLine> journal = new ArrayList<>();
        for (int number = from; number < from + many; number++) {
            Map<FieldName, Half> halves = new LinkedHashMap<>();
            for (int field = 0; field < 12; field++) {
                halves.put(
                        FieldName.of("field_" + field),
                        Half.settled(FieldValue.of("value " + field + " of " + number), "0a1b2c3d"));
            }
            Person person = person(number);
            for (CrmId crm : List.of(LEFT, RIGHT)) {
                person = person.with(crm, person.in(crm).orElseThrow().with(halves));
            }
            people.add(person);
            sightings.add(sighting(LEFT, "contact", number));
            sightings.add(sighting(RIGHT, "lead", number));
            journal.add(line(number, JournalLine.Event.CREATED, "field_0", "field_1"));
        }
        return new WaveRecord(people, sightings, Set.of(), Set.of(), List.of(), journal);
    }
}
