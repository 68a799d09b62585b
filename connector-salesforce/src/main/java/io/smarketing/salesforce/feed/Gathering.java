package io.smarketing.salesforce.feed;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.RecordRef;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Gathers one page of changes: a page of each object whose turn it is, and the contacts that these have touched. */
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
        Map<Source, Haul> hauls = hauls(place);
        boolean leadsGoOn =
                hauls.containsKey(Source.LEAD) && hauls.get(Source.LEAD).next().isUnderWay();
        if (leadsGoOn) {
            hauls.keySet().retainAll(Set.of(Source.LEAD));
        }
        Place next = next(place, hauls, leadsGoOn);
        Map<RecordRef, Change> changes = new LinkedHashMap<>();
        hauls.values().forEach(haul -> add(changes, haul.people()));
        touched(hauls).forEach(rows -> add(changes, rows));
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
        List<Supplier<Haul>> calls = turn.stream()
                .<Supplier<Haul>>map(source -> () -> sources.read(source, place.position(source)))
                .toList();
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
        return new Place(turn, turn == Turn.ALL ? complete(positions, all) : positions);
    }

    /** After the listing, the objects that it left out are read from its beginning on. */
    private static Map<Source, Position> complete(Map<Source, Position> positions, Set<Source> all) {
        positions.values().stream()
                .flatMap(p -> p.stamp().stream())
                .min(Instant::compareTo)
                .map(stamp -> new Position(Optional.of(stamp), "", Optional.empty()))
                .ifPresent(start -> all.forEach(source -> positions.putIfAbsent(source, start)));
        return positions;
    }

    private List<List<PersonRow>> touched(Map<Source, Haul> hauls) {
        Set<String> contacts = new HashSet<>();
        Set<String> accounts = new HashSet<>();
        for (Haul haul : hauls.values()) {
            contacts.addAll(haul.touchedContacts());
            accounts.addAll(haul.touchedAccounts());
        }
        hauls.values().stream()
                .flatMap(h -> h.people().stream())
                .map(row -> row.ref().id())
                .forEach(contacts::remove);
        List<Supplier<List<PersonRow>>> calls = new ArrayList<>();
        Batches.of(sorted(accounts)).forEach(ids -> calls.add(() -> contacts("AccountId", ids)));
        Batches.of(sorted(contacts)).forEach(ids -> calls.add(() -> contacts("Id", ids)));
        return fan.all(calls);
    }

    private List<Change> converted(Map<Source, Haul> hauls, Instant readAt) {
        List<PersonRow> contacts = Optional.ofNullable(hauls.get(Source.CONTACT)).stream()
                .flatMap(haul -> haul.people().stream())
                .toList();
        Set<String> touched = new HashSet<>();
        hauls.values().forEach(haul -> touched.addAll(haul.touchedContacts()));
        return conversions.into(contacts, touched, readAt);
    }

    private static List<String> sorted(Set<String> ids) {
        return ids.stream().sorted().toList();
    }

    private List<PersonRow> contacts(String field, List<String> ids) {
        return people.askAll(PersonTypes.CONTACT, "WHERE " + Soql.in(field, ids)).rows();
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
