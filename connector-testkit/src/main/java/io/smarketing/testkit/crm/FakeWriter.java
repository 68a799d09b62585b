package io.smarketing.testkit.crm;

import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lead.UnreadableValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fake CRM's writes: it refuses what its fields do not take, row by row. */
final class FakeWriter implements RecordWriter {

    private final FakeCrm crm;

    FakeWriter(FakeCrm crm) {
        this.crm = crm;
    }

    @Override
    public List<WriteOutcome> write(List<? extends WriteCommand> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        crm.mishaps().begin(Call.WRITE);
        List<WriteOutcome> outcomes = new ArrayList<>();
        commands.forEach(c -> outcomes.add(outcome(c)));
        crm.mishaps().end(Call.WRITE);
        return outcomes;
    }

    private WriteOutcome outcome(WriteCommand command) {
        Optional<Mishaps.Fate> fate = crm.mishaps().fate(command);
        if (fate.isPresent() && !fate.get().takesEffect()) {
            return fate.get().outcome();
        }
        WriteOutcome real = carryOut(command);
        return fate.map(Mishaps.Fate::outcome).orElse(real);
    }

    private WriteOutcome carryOut(WriteCommand command) {
        if (command instanceof WriteCommand.Create create) {
            return create(create);
        }
        return command instanceof WriteCommand.Delete delete ? delete(delete) : update((WriteCommand.Update) command);
    }

    private WriteOutcome create(WriteCommand.Create create) {
        FakeType type = crm.type(create.type());
        Optional<FakeRecords.Row> known = crm.rows().all().stream()
                .filter(r -> !r.deleted && r.ref.type().equals(create.type()))
                .filter(r -> r.text(type.key()).equals(create.key()))
                .findFirst();
        Fields fields = create.fields().with(type.key(), FieldValue.of(create.key()));
        if (known.isPresent() && known.get().became.isPresent()) {
            return new WriteOutcome.Moved(crm.rows().end(known.get().ref));
        }
        if (known.isPresent()) {
            return update(new WriteCommand.Update(known.get().ref, fields, create.lane()));
        }
        Optional<Refused> missing = missing(type, fields);
        if (missing.isPresent()) {
            return missing.get();
        }
        Optional<FakeRecords.Row> holder = holder(type, fields);
        if (holder.isPresent()) {
            return new WriteOutcome.Moved(holder.get().ref);
        }
        Normal normal = normal(type, fields, Trait.CREATABLE);
        if (normal.refused().isPresent()) {
            return normal.refused().get();
        }
        return written(crm.rows().create(create.type(), normal.fields(), Author.OURSELVES), normal.fields());
    }

    private WriteOutcome update(WriteCommand.Update update) {
        Optional<FakeRecords.Row> now = crm.rows().follow(update.ref());
        if (now.isEmpty()) {
            return new WriteOutcome.Gone();
        }
        RecordRef ref = now.get().ref;
        return ref.equals(update.ref()) ? put(ref, update.fields()) : new WriteOutcome.Moved(ref);
    }

    private WriteOutcome delete(WriteCommand.Delete delete) {
        Optional<FakeRecords.Row> now = crm.rows().follow(delete.ref());
        if (now.isEmpty()) {
            return new WriteOutcome.Gone();
        }
        RecordRef ref = now.get().ref;
        if (!ref.equals(delete.ref())) {
            return new WriteOutcome.Moved(ref);
        }
        crm.rows().delete(ref, Author.OURSELVES);
        return new WriteOutcome.Written(
                ref, Optional.empty(), Optional.empty(), crm.clock().instant());
    }

    private WriteOutcome put(RecordRef ref, Fields fields) {
        FakeType type = crm.type(ref.type());
        Normal normal = normal(type, fields, Trait.UPDATABLE);
        if (normal.refused().isPresent()) {
            return normal.refused().get();
        }
        if (holder(type, fields).filter(r -> !r.ref.equals(ref)).isPresent()) {
            return refused(FailureKind.DUPLICATE, "belongs to another record already", type.email());
        }
        crm.rows().set(ref, normal.fields(), Author.OURSELVES);
        return written(ref, normal.fields());
    }

    private WriteOutcome written(RecordRef ref, Fields fields) {
        boolean answers = crm.habits().answersValues();
        return new WriteOutcome.Written(
                ref,
                answers ? Optional.of(crm.rows().live(ref).stamp) : Optional.empty(),
                answers ? Optional.of(fields) : Optional.empty(),
                crm.clock().instant());
    }

    /** Who holds the address, where one address is one record. */
    private Optional<FakeRecords.Row> holder(FakeType type, Fields fields) {
        Optional<Email> email = Email.in(fields.text(type.email()));
        if (!crm.habits().uniqueEmail() || email.isEmpty()) {
            return Optional.empty();
        }
        return crm.rows().allLive().stream()
                .filter(r -> Email.in(r.text(crm.type(r.ref.type()).email())).equals(email))
                .findFirst();
    }

    private static Optional<Refused> missing(FakeType type, Fields fields) {
        return type.fields().values().stream()
                .filter(s -> s.is(Trait.REQUIRED) && fields.text(s.name()).isBlank())
                .findFirst()
                .map(s -> refused(FailureKind.MISSING_VALUE, "is required", s.name()));
    }

    private static Normal normal(FakeType type, Fields fields, Trait needed) {
        Map<FieldName, FieldValue> held = new LinkedHashMap<>();
        for (Map.Entry<FieldName, FieldValue> entry : fields.values().entrySet()) {
            FieldName name = entry.getKey();
            FieldSpec spec = type.fields().get(name);
            if (spec == null || !spec.is(needed)) {
                return Normal.of(refused(FailureKind.SCHEMA_MISMATCH, "is not there, or not ours to write", name));
            }
            try {
                FieldValue value = spec.normalForm().read(entry.getValue().text());
                Optional<Refused> unfit = unfit(spec, value);
                if (unfit.isPresent()) {
                    return Normal.of(unfit.get());
                }
                held.put(name, value);
            } catch (UnreadableValue e) {
                return Normal.of(refused(FailureKind.INVALID_VALUE, e.getMessage(), name));
            }
        }
        return new Normal(new Fields(held), Optional.empty());
    }

    private static Optional<Refused> unfit(FieldSpec spec, FieldValue value) {
        if (value.isBlank()) {
            return spec.is(Trait.REQUIRED)
                    ? Optional.of(refused(FailureKind.MISSING_VALUE, "is required", spec.name()))
                    : Optional.empty();
        }
        if (value.text().length() > spec.maxLength().orElse(Integer.MAX_VALUE)) {
            return Optional.of(refused(FailureKind.INVALID_VALUE, "is too long", spec.name()));
        }
        return spec.is(Trait.RESTRICTED) && !spec.options().contains(value.text())
                ? Optional.of(refused(FailureKind.INVALID_VALUE, "has no such option", spec.name()))
                : Optional.empty();
    }

    private static Refused refused(FailureKind kind, String why, FieldName field) {
        return new Refused(kind, "The field " + field + " " + why + ".", Optional.of(field));
    }

    /** Fields in their normal form, or why not. */
    private record Normal(Fields fields, Optional<Refused> refused) {

        static Normal of(Refused refused) {
            return new Normal(Fields.NONE, Optional.of(refused));
        }
    }
}
