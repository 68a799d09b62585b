package io.smarketing.core.mapping;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.lead.Domain;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.NormalForm;
import io.smarketing.core.lead.UnreadableValue;
import io.smarketing.core.mapping.ValueCodec.Coded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The codecs that need nothing but the JDK. */
public final class Codecs {

    private static final Set<FieldType> FROM_ANYTHING = Set.of(FieldType.TEXT);

    private static final Turn MISSING = v -> new Coded.Unreadable("is not in the field's picklist map: add it there");
    private static final ValueCodec NOT_IN_THE_MAP = codec(MISSING, MISSING);

    private Codecs() {}

    /**
     * Only the two types' normal forms: a number as text, a date as a date; in a field for a time it is noon of that day
     * in the account's time zone. An owner goes by e-mail.
     */
    public static CodecPlan plain() {
        return Codecs::bindPlain;
    }

    /** Like {@link #plain()}, and lower-case on the way in. */
    public static CodecPlan lower() {
        return (neutral, field, schema) -> {
            ValueCodec plain = bindPlain(neutral, field, schema);
            return codec(v -> onValue(plain.read(v), t -> t.toLowerCase(Locale.ROOT)), plain::write);
        };
    }

    /** The domain in a web address, both ways; what has none is read as it is. */
    public static CodecPlan domain() {
        return (neutral, field, schema) -> {
            ValueCodec plain = bindPlain(neutral, field, schema);
            return codec(v -> onValue(plain.read(v), t -> Domain.in(t).orElse(t)), plain::write);
        };
    }

    /**
     * A dictionary of options. It may lead to any type, a range of the CRM's to a number of ours.
     *
     * @param read the CRM's value -> the neutral value
     * @param write the neutral value -> the CRM's value
     */
    public static CodecPlan picklist(Map<String, String> read, Map<String, String> write) {
        Map<String, String> in = new LinkedHashMap<>(read);
        Map<String, String> out = new LinkedHashMap<>(write);
        return (neutral, field, schema) -> {
            ValueCodec plain = fits(neutral, field) ? bindPlain(neutral, field, schema) : NOT_IN_THE_MAP;
            Turn reading = v -> lookUp(in, v, plain::read, NormalForm.of(neutral));
            Turn writing = v -> lookUp(out, v, plain::write, field.normalForm());
            return codec(
                    field.type() == FieldType.MULTI_PICKLIST ? each(reading) : reading,
                    neutral == FieldType.MULTI_PICKLIST ? each(writing) : writing);
        };
    }

    /** Turns a set option by option. */
    private static Turn each(Turn one) {
        return set -> {
            Set<String> options = new TreeSet<>();
            for (String option : set.text().split(";")) {
                Coded coded = one.turn(FieldValue.of(option));
                if (!(coded instanceof Coded.Value found)) {
                    return coded;
                }
                options.add(found.value().text());
            }
            return Coded.of(String.join(";", options));
        };
    }

    private static Coded lookUp(Map<String, String> words, FieldValue word, Turn otherwise, NormalForm form) {
        if (word.isBlank()) {
            return Coded.of("");
        }
        String found = words.get(word.text());
        if (found != null) {
            return normal(form, FieldValue.of(found));
        }
        return words.containsValue(word.text()) || words.isEmpty() ? otherwise.turn(word) : MISSING.turn(word);
    }

    private static ValueCodec bindPlain(FieldType neutral, FieldSpec field, Schema schema) {
        if (field.type() == FieldType.OWNER) {
            requireTextual(neutral, field);
            return owner(schema);
        }
        if (neutral == FieldType.DATE && field.type() == FieldType.DATETIME) {
            return day(schema.zone());
        }
        if (!fits(neutral, field)) {
            throw new IllegalArgumentException("a field of type " + field.type().word() + " (" + field.name()
                    + ") cannot be turned into " + neutral.word() + ": choose type "
                    + field.type().word() + " or text");
        }
        return codec(v -> normal(NormalForm.of(neutral), v), v -> normal(field.normalForm(), v));
    }

    /** The day on which a time is in that zone. */
    private static ValueCodec day(ZoneId zone) {
        Turn dayOf = time -> {
            Coded at = normal(NormalForm.of(FieldType.DATETIME), time);
            return onValue(
                    at,
                    t -> t.isEmpty()
                            ? t
                            : Instant.parse(t).atZone(zone).toLocalDate().toString());
        };
        Turn noonOf = day -> onValue(
                normal(NormalForm.of(FieldType.DATE), day),
                d -> d.isEmpty()
                        ? d
                        : LocalDate.parse(d)
                                .atTime(LocalTime.NOON)
                                .atZone(zone)
                                .toInstant()
                                .toString());
        return codec(dayOf, noonOf);
    }

    private static boolean fits(FieldType neutral, FieldSpec field) {
        return neutral == field.type()
                || FROM_ANYTHING.contains(neutral)
                || neutral.isTextual() && field.type().isTextual()
                || FROM_ANYTHING.contains(field.type());
    }

    private static void requireTextual(FieldType neutral, FieldSpec field) {
        if (neutral != FieldType.OWNER && !neutral.isTextual()) {
            throw new IllegalArgumentException(
                    "an owner (" + field.name() + ") is known by e-mail: choose type owner, not " + neutral.word());
        }
    }

    private static ValueCodec owner(Schema schema) {
        return codec(
                id -> id.isBlank()
                        ? Coded.of("")
                        : schema.ownerEmail(id.text())
                                .map(e -> Coded.of(e.address()))
                                .orElseGet(Coded.NotApplicable::new),
                email -> Email.in(email.text())
                        .flatMap(schema::ownerId)
                        .map(Coded::of)
                        .orElseGet(Coded.NotApplicable::new));
    }

    private static Coded normal(NormalForm form, FieldValue value) {
        try {
            return new Coded.Value(form.read(value.text()));
        } catch (UnreadableValue e) {
            return new Coded.Unreadable(e.getMessage() + ": correct it there, or map the field with another type");
        }
    }

    private static Coded onValue(Coded coded, UnaryOperator<String> change) {
        return coded instanceof Coded.Value v ? Coded.of(change.apply(v.value().text())) : coded;
    }

    private static ValueCodec codec(Turn read, Turn write) {
        return new Both(read, write);
    }

    /** One direction of a codec. */
    @FunctionalInterface
    private interface Turn {
        Coded turn(FieldValue value);
    }

    /** A codec of two turns. */
    private record Both(Turn in, Turn out) implements ValueCodec {
        @Override
        public Coded read(FieldValue held) {
            return in.turn(held);
        }

        @Override
        public Coded write(FieldValue neutral) {
            return out.turn(neutral);
        }
    }
}
