package io.smarketing.salesforce.write;

import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Unknown;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.error.OrgError;
import io.smarketing.salesforce.read.Trail;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.Keys;
import io.smarketing.salesforce.schema.OrgSchema;
import io.smarketing.salesforce.soql.Batches;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes records, 200 a call, and tells what came of each. */
public final class OrgWriter implements RecordWriter {

    /** Rows of a call, at first and each time that locked rows are sent again. */
    private static final int[] SIZES = {Batches.ROWS, 50, 10, 1};

    private final Trail trail;
    private final OrgSchema schema;
    private final Precheck precheck;
    private final Rest rest;
    private final Fan fan;
    private final Keys keys;
    private final RowBodies bodies;
    private final Sending sending;
    private final Whereabouts whereabouts;
    private final Duplicates duplicates;
    private final Pause pause;

    public OrgWriter(
            Trail trail,
            OrgSchema schema,
            Rest rest,
            Fan fan,
            Keys keys,
            WriteSettings settings,
            Surroundings surroundings) {
        this.trail = trail;
        this.schema = schema;
        this.precheck = new Precheck(schema);
        this.rest = rest;
        this.fan = fan;
        this.keys = keys;
        this.bodies = new RowBodies(keys);
        this.sending = new Sending(rest, bodies, settings);
        this.whereabouts = new Whereabouts(trail, rest, bodies);
        this.duplicates = new Duplicates(rest, trail, keys, sending);
        this.pause = new Pause(surroundings);
    }

    /** Rows that may go into one call together. */
    private record Kind(RecordType type, Row.Verb verb, Lane lane) {}

    @Override
    public List<WriteOutcome> write(List<? extends WriteCommand> commands) {
        Map<Integer, WriteOutcome> outcomes = new TreeMap<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            WriteCommand command = commands.get(i);
            Optional<Refused> refused = precheck.refuse(command);
            if (refused.isPresent()) {
                outcomes.put(i, refused.get());
            } else {
                rows.add(bodies.row(i, command, schema.fields(RowBodies.typeOf(command))));
            }
        }
        outcomes.putAll(whereabouts.beforeDeleting(rows));
        rows.removeIf(row -> outcomes.containsKey(row.index()));
        Optional<ContactRoles> roles = ContactRoles.in(rows, keys, rest);
        roles.ifPresent(r -> outcomes.putAll(r.unknown()));
        rows.removeIf(row -> outcomes.containsKey(row.index()));
        Collection<Answered> answers = send(rows);
        throwIfNothingHappened(answers);
        outcomes.putAll(found(answers));
        outcomes.putAll(duplicates.of(answers));
        answers.forEach(a -> outcomes.putIfAbsent(a.row().index(), outcome(a)));
        roles.ifPresent(r -> outcomes.putAll(r.settle(written(outcomes))));
        return List.copyOf(outcomes.values());
    }

    private static Map<Integer, String> written(Map<Integer, WriteOutcome> outcomes) {
        Map<Integer, String> written = new TreeMap<>();
        outcomes.forEach((index, outcome) -> {
            if (outcome instanceof Written w) {
                written.put(index, w.ref().id());
            }
        });
        return written;
    }

    private Collection<Answered> send(List<Row> rows) {
        Calls calls = new Calls(rest, keys);
        Map<Integer, Answered> answers = new TreeMap<>();
        List<Row> open = rows;
        for (int attempt = 0; attempt < SIZES.length && !open.isEmpty(); attempt++) {
            if (attempt > 0 && !pause.before(attempt)) {
                break;
            }
            sendOnce(open, calls, SIZES[attempt])
                    .forEach(a -> answers.put(a.row().index(), a));
            open = answers.values().stream()
                    .filter(a -> a.isRefusedFor(FailureKind.BUSY))
                    .map(Answered::row)
                    .toList();
        }
        return answers.values();
    }

    private List<Answered> sendOnce(List<Row> rows, Calls calls, int size) {
        Map<Kind, List<Row>> kinds = rows.stream()
                .collect(Collectors.groupingBy(
                        r -> new Kind(r.type(), r.verb(), r.command().lane()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Answered> answers = new ArrayList<>();
        List<List<List<Row>>> free = new ArrayList<>();
        kinds.forEach((kind, its) -> {
            List<List<List<Row>>> chains = calls.of(its, size);
            if (Calls.belongToAccounts(kind.type())) {
                // another kind may belong to the same accounts
                answers.addAll(sendSideBySide(chains));
            } else {
                free.addAll(chains);
            }
        });
        answers.addAll(sendSideBySide(free));
        return answers;
    }

    private List<Answered> sendSideBySide(List<List<List<Row>>> chains) {
        List<Supplier<List<Answered>>> calls = chains.stream()
                .<Supplier<List<Answered>>>map(chain -> () -> chain.stream()
                        .flatMap(batch -> sending.send(batch).stream())
                        .toList())
                .toList();
        return fan.all(calls).stream().flatMap(List::stream).toList();
    }

    /** Hands a failure up as one, if no row can have been written. */
    private static void throwIfNothingHappened(Collection<Answered> answers) {
        Optional<CrmException> failure =
                answers.stream().flatMap(a -> a.failure().stream()).findFirst();
        boolean nothing = answers.stream()
                .allMatch(a -> a.id().isEmpty()
                        && !a.failure().map(OrgWriter::mayHaveHappened).orElse(false));
        if (nothing && failure.isPresent()) {
            throw failure.get();
        }
    }

    private static boolean mayHaveHappened(CrmException failure) {
        return failure.kind() == FailureKind.UNKNOWN_OUTCOME || failure.kind() == FailureKind.UNREACHABLE;
    }

    private Map<Integer, WriteOutcome> found(Collection<Answered> answers) {
        List<Answered> inDoubt = answers.stream().filter(Whereabouts::isInDoubt).toList();
        try {
            return whereabouts.of(inDoubt);
        } catch (CrmException e) {
            // what was written must be told all the same
            return inDoubt.stream().collect(Collectors.toMap(a -> a.row().index(), a -> new Unknown(e.getMessage())));
        }
    }

    private WriteOutcome outcome(Answered answered) {
        if (answered.failure().isPresent()) {
            return new Unknown(answered.failure().get().getMessage());
        }
        if (answered.id().isPresent()) {
            RecordRef ref = trail.ref(answered.row().type(), answered.id().get());
            return new Written(ref, Optional.empty(), Optional.empty(), answered.at());
        }
        OrgError first = answered.errors().get(0);
        return new Refused(kind(first), OrgError.sentence(answered.errors()), first.field());
    }

    /** A record that was looked for and found in its place was refused for a record that it refers to. */
    static FailureKind kind(OrgError error) {
        return switch (error.kind()) {
            case GONE, MOVED -> FailureKind.INVALID_VALUE;
            case MISUNDERSTOOD, UNREACHABLE -> FailureKind.REFUSED_BY_RULE;
            default -> error.kind();
        };
    }
}
