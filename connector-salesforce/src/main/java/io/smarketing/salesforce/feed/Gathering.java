package io.smarketing.salesforce.feed;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.feed.Place.Turn;
import io.smarketing.salesforce.read.People;
import io.smarketing.salesforce.read.PersonRow;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.PersonTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Gathers one page of changes: a page of each source whose turn it is, and the people whom these have touched. */
final class Gathering {

    private final Sources sources;
    private final People people;
    private final Fan fan;
    private final Conversions conversions;

    Gathering(Rest rest, People people, Fan fan) {
        this.sources = new Sources(rest, people);
        this.people = people;
        this.fan = fan;
        this.conversions = new Conversions(rest, people, fan);
    }

    ChangePage page(Cursor from) {
        Place place = Place.of(from);
        place = place.isListing(sources.all()) ? place : place.complete(sources.all());
        Map<Source, Haul> hauls = hauls(place);
        boolean leadsGoOn =
                hauls.containsKey(Source.LEAD) && hauls.get(Source.LEAD).next().isUnderWay();
        if (leadsGoOn) {
            hauls.keySet().retainAll(Set.of(Source.LEAD));
        }
        Place next = next(place, hauls, leadsGoOn);
        Map<RecordRef, Change> changes = new LinkedHashMap<>();
        hauls.values().forEach(haul -> add(changes, haul.people()));
        Map<String, Instant> touched = touchedPeople(hauls);
        touched(hauls, touched.keySet()).forEach(rows -> add(changes, rows));
        touched.forEach((id, stamp) -> changes.computeIfPresent(
                people.ref(PersonTypes.ofId(id), id), (ref, change) -> asYoungAs(change, stamp)));
        Instant readAt =
                hauls.values().stream().map(Haul::began).min(Instant::compareTo).orElse(Instant.EPOCH);
        if (!place.isListing(sources.all())) {
            converted(hauls, readAt).forEach(change -> changes.put(change.ref(), change));
        }
        return new ChangePage(
                List.copyOf(changes.values()),
                next.cursor(),
                place.isListing(sources.all()),
                next.turn() == Turn.ALL,
                readAt);
    }

    private Map<Source, Haul> hauls(Place place) {
        List<Source> turn = turn(place);
        List<Supplier<Haul>> calls = new ArrayList<>();
        for (Source source : turn) {
            Position at = place.position(source).at(sources.now());
            calls.add(() -> source.isPeople() ? sources.people(source, at) : sources.related(source, at));
        }
        List<Haul> answers = fan.all(calls);
        Map<Source, Haul> hauls = new EnumMap<>(Source.class);
        for (int i = 0; i < turn.size(); i++) {
            hauls.put(turn.get(i), answers.get(i));
        }
        return hauls;
    }

    private List<Source> turn(Place place) {
        Set<Source> all = sources.all();
        if (place.isListing(sources.all())) {
            // what is told of people beside their own rows matters only once they are known
            all.retainAll(Set.of(Source.LEAD, Source.CONTACT));
        }
        Set<Source> underWay =
                all.stream().filter(s -> place.position(s).isUnderWay()).collect(Collectors.toSet());
        switch (place.turn()) {
            case ALL -> {}
            case LEADS -> all.retainAll(Set.of(Source.LEAD));
            case OTHERS -> {
                all.remove(Source.LEAD);
                all.removeIf(s -> !underWay.isEmpty() && !underWay.contains(s));
            }
        }
        return all.stream().sorted().toList();
    }

    private Place next(Place place, Map<Source, Haul> hauls, boolean leadsGoOn) {
        Map<Source, Position> positions = new EnumMap<>(Source.class);
        positions.putAll(place.positions());
        hauls.forEach((source, haul) -> positions.put(source, haul.next()));
        Set<Source> all = sources.all();
        boolean goOn = all.stream()
                .anyMatch(s -> positions.containsKey(s) && positions.get(s).isUnderWay());
        boolean leadsAlone = place.turn() == Turn.LEADS && !leadsGoOn;
        Turn turn = Turn.ALL;
        if (leadsGoOn) {
            turn = Turn.LEADS;
        } else if (goOn || (leadsAlone && all.size() > 1)) {
            turn = Turn.OTHERS;
        }
        Place next = new Place(turn, positions);
        // after the listing, the sources that it left out are read from its beginning on
        return turn == Turn.ALL ? next.complete(all) : next;
    }

    /** A person of whom something is told that is younger than the record has something new. */
    private static Change asYoungAs(Change change, Instant stamp) {
        return change instanceof Change.Changed c
                ? new Change.Changed(c.ref(), later(c.stamp(), stamp), c.record())
                : change;
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private List<List<PersonRow>> touched(Map<Source, Haul> hauls, Set<String> told) {
        Set<String> ids = new HashSet<>(told);
        Set<String> accounts = new HashSet<>();
        hauls.values().forEach(haul -> accounts.addAll(haul.touchedAccounts()));
        hauls.values().stream()
                .flatMap(h -> h.people().stream())
                .map(row -> row.ref().id())
                .forEach(ids::remove);
        List<Supplier<List<PersonRow>>> calls = new ArrayList<>();
        Batches.of(sorted(accounts)).forEach(batch -> calls.add(() -> ask(PersonTypes.CONTACT, "AccountId", batch)));
        for (RecordType type : PersonTypes.ALL) {
            List<String> its = ids.stream()
                    .filter(id -> PersonTypes.ofId(id).equals(type) && people.reads(type))
                    .sorted()
                    .toList();
            Batches.of(its).forEach(batch -> calls.add(() -> ask(type, "Id", batch)));
        }
        return fan.all(calls);
    }

    private static Map<String, Instant> touchedPeople(Map<Source, Haul> hauls) {
        Map<String, Instant> touched = new HashMap<>();
        hauls.values()
                .forEach(haul -> haul.touchedPeople().forEach((id, at) -> touched.merge(id, at, Gathering::later)));
        return touched;
    }

    private List<Change> converted(Map<Source, Haul> hauls, Instant readAt) {
        List<PersonRow> contacts = Optional.ofNullable(hauls.get(Source.CONTACT)).stream()
                .flatMap(haul -> haul.people().stream())
                .toList();
        // a new role may be all that a contact shows of a conversion
        Set<String> touched = new HashSet<>();
        Optional.ofNullable(hauls.get(Source.ROLE))
                .ifPresent(haul -> touched.addAll(haul.touchedPeople().keySet()));
        return conversions.into(contacts, touched, readAt);
    }

    private static List<String> sorted(Set<String> ids) {
        return ids.stream().sorted().toList();
    }

    private List<PersonRow> ask(RecordType type, String field, List<String> ids) {
        return people.askAll(type, "WHERE " + Soql.in(field, ids)).rows();
    }

    private static void add(Map<RecordRef, Change> changes, List<PersonRow> rows) {
        rows.forEach(row -> changes.put(row.ref(), change(row)));
    }

    private static Change change(PersonRow row) {
        if (row.record().isPresent()) {
            return new Change.Changed(row.ref(), row.stamp(), row.record());
        }
        return row.now()
                .<Change>map(contact -> new Change.Became(row.ref(), contact))
                .orElseGet(() -> new Change.Gone(row.ref()));
    }
}
