package io.smarketing.salesforce.feed;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.feed.Place.Turn;
import io.smarketing.salesforce.read.RecordRow;
import io.smarketing.salesforce.read.Records;
import io.smarketing.salesforce.rest.BulkQueries;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soap.PartnerApi;
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
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Gathers one page of changes: a page of each source whose turn it is, and the records that these have touched. */
public final class Gathering {

    private final Sources sources;
    private final Records records;
    private final Fan fan;
    private final Conversions conversions;
    private final Afterlook afterlook;

    public Gathering(Rest rest, Records records, BulkQueries jobs, PartnerApi partner, Fan fan) {
        this.afterlook = new Afterlook(partner);
        this.sources = new Sources(rest, records, jobs);
        this.records = records;
        this.fan = fan;
        this.conversions = new Conversions(rest, records, fan);
    }

    ChangePage page(Cursor from) {
        Place place = Place.of(from);
        place = isListing(place) ? place : place.complete(sources.all());
        Map<Source, Haul> hauls = hauls(place);
        boolean leadsGoOn =
                hauls.containsKey(Source.LEAD) && hauls.get(Source.LEAD).next().isUnderWay();
        if (leadsGoOn) {
            hauls.keySet().retainAll(Set.of(Source.LEAD));
        }
        Place next = next(place, hauls, leadsGoOn);
        Map<RecordRef, Change> changes = new LinkedHashMap<>();
        hauls.values().forEach(haul -> add(changes, haul.records()));
        Map<String, Instant> touched = touched(hauls);
        others(hauls, touched.keySet()).forEach(rows -> add(changes, rows));
        touched.forEach((id, stamp) -> changes.computeIfPresent(
                records.ref(OrgTypes.ofId(id), id), (ref, change) -> asYoungAs(change, stamp)));
        Instant readAt =
                hauls.values().stream().map(Haul::began).min(Instant::compareTo).orElse(Instant.EPOCH);
        if (!isListing(place)) {
            converted(hauls, readAt).forEach(change -> changes.put(change.ref(), change));
            next = place.turn() == Turn.ALL && !leadsGoOn ? afterlook(place, next, changes) : next;
        }
        return new ChangePage(
                List.copyOf(changes.values()), next.cursor(), isListing(place), next.turn() == Turn.ALL, readAt);
    }

    /** Adds what Salesforce's own lists tell beside the queries, if it is time to look; and notes how far they went. */
    private Place afterlook(Place place, Place next, Map<RecordRef, Change> changes) {
        if (place.covered().isEmpty()) {
            return place.earliest().map(next::coveredUntil).orElse(next);
        }
        Optional<Afterlook.Told> told = afterlook.since(place.covered().get(), sources.now(), records.types());
        told.ifPresent(lists -> add(changes, lists));
        return told.map(lists -> next.coveredUntil(lists.covered())).orElse(next);
    }

    private void add(Map<RecordRef, Change> changes, Afterlook.Told told) {
        Map<String, RecordRef> open = new TreeMap<>();
        told.all().forEach(id -> open.put(id, records.ref(OrgTypes.ofId(id), id)));
        open.values().removeAll(changes.keySet());
        for (RecordType type : records.types()) {
            List<String> its = open.values().stream()
                    .filter(ref -> ref.type().equals(type))
                    .map(RecordRef::id)
                    .toList();
            Batches.rows(its, Batches.NAMED).forEach(some -> add(changes, ask(type, "Id", some)));
        }
        // what no query shows any more
        open.keySet().retainAll(told.deleted());
        open.values().forEach(ref -> changes.computeIfAbsent(ref, Change.Gone::new));
    }

    /** True while records are listed for the first time. */
    private boolean isListing(Place place) {
        return sources.ofRecords().stream().anyMatch(s -> place.position(s).isListing());
    }

    private Map<Source, Haul> hauls(Place place) {
        List<Source> turn = turn(place);
        List<Supplier<Haul>> calls = new ArrayList<>();
        for (Source source : turn) {
            Position at = place.position(source).at(sources.now());
            calls.add(() -> source.isRecords() ? sources.records(source, at) : sources.related(source, at));
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
        if (isListing(place)) {
            // what is told of records beside their own rows matters only once they are known
            all.retainAll(sources.ofRecords());
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
        Place next = new Place(turn, positions, place.covered());
        // after the listing, the sources that it left out are read from its beginning on
        return turn == Turn.ALL ? next.complete(all) : next;
    }

    /** A record of which something is told that is younger than it has something new. */
    private static Change asYoungAs(Change change, Instant stamp) {
        return change instanceof Change.Changed c
                ? new Change.Changed(c.ref(), later(c.stamp(), stamp), c.record())
                : change;
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** The records that are told of and have no row of their own. */
    private List<List<RecordRow>> others(Map<Source, Haul> hauls, Set<String> told) {
        Set<String> ids = new HashSet<>(told);
        Set<String> accounts = new HashSet<>();
        hauls.values().forEach(haul -> accounts.addAll(haul.touchedAccounts()));
        hauls.values().stream()
                .flatMap(h -> h.records().stream())
                .map(row -> row.ref().id())
                .forEach(ids::remove);
        List<Supplier<List<RecordRow>>> calls = new ArrayList<>();
        for (RecordType type : records.types()) {
            if (records.selection(type).tellsAccount()) {
                Batches.of(sorted(accounts)).forEach(batch -> calls.add(() -> ask(type, "AccountId", batch)));
            }
            List<String> its = ids.stream()
                    .filter(id -> OrgTypes.ofId(id).equals(type))
                    .sorted()
                    .toList();
            Batches.of(its).forEach(batch -> calls.add(() -> ask(type, "Id", batch)));
        }
        return fan.all(calls);
    }

    private static Map<String, Instant> touched(Map<Source, Haul> hauls) {
        Map<String, Instant> touched = new HashMap<>();
        hauls.values().forEach(haul -> haul.touched().forEach((id, at) -> touched.merge(id, at, Gathering::later)));
        return touched;
    }

    private List<Change> converted(Map<Source, Haul> hauls, Instant readAt) {
        List<RecordRow> contacts = Optional.ofNullable(hauls.get(Source.CONTACT)).stream()
                .flatMap(haul -> haul.records().stream())
                .toList();
        // a new role may be all that a contact shows of a conversion
        Set<String> touched = new HashSet<>();
        Optional.ofNullable(hauls.get(Source.ROLE))
                .ifPresent(haul -> touched.addAll(haul.touched().keySet()));
        touched.removeIf(id -> !OrgTypes.ofId(id).equals(OrgTypes.CONTACT));
        return conversions.into(contacts, touched, readAt);
    }

    private static List<String> sorted(Set<String> ids) {
        return ids.stream().sorted().toList();
    }

    private List<RecordRow> ask(RecordType type, String field, List<String> ids) {
        return records.askAll(type, "WHERE " + Soql.in(field, ids)).rows();
    }

    private static void add(Map<RecordRef, Change> changes, List<RecordRow> rows) {
        rows.forEach(row -> changes.put(row.ref(), change(row)));
    }

    private static Change change(RecordRow row) {
        if (row.record().isPresent()) {
            return new Change.Changed(row.ref(), row.stamp(), row.record());
        }
        return row.now()
                .<Change>map(contact -> new Change.Became(row.ref(), contact))
                .orElseGet(() -> new Change.Gone(row.ref()));
    }
}
