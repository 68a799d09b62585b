package io.smarketing.daemon.command.provision;

import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.mapping.Place;
import io.smarketing.daemon.config.handoff.Reasons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The product's own among the mapped fields: those in which sales answers, and others that bear our name. Of the mapped
 * fields these alone are made; the rest is the CRMs' and the admin's.
 */
final class AnsweredFields {

    private static final String OURS = "smarketing_";
    private static final List<String> VERDICTS = List.of(Handoff.ACCEPTED, Handoff.REJECTED, Handoff.DISQUALIFIED);
    private static final int TEXT = 255;
    private static final int LONG_TEXT = 2_000;
    private static final int DIGITS = 18;

    private final Mapping mapping;
    private final Glossary glossary;
    private final List<Reasons> reasons;

    AnsweredFields(Mapping mapping, Glossary glossary) {
        this.mapping = mapping;
        this.glossary = glossary;
        this.reasons = mapping.lifecycle().detours().stream()
                .flatMap(d -> d.criteria().stream())
                .filter(Reasons.class::isInstance)
                .map(Reasons.class::cast)
                .toList();
    }

    List<OwnField> of(CrmId crm) {
        List<OwnField> fields = new ArrayList<>();
        for (FieldRule rule : mapping.rules()) {
            Map<RecordType, FieldName> places =
                    new LinkedHashMap<>(Optional.ofNullable(rule.places().get(crm))
                            .map(Place::fields)
                            .orElse(Map.of()));
            boolean answer = isAnswer(rule);
            places.values().removeIf(name -> !answer && !isOurs(name));
            if (!places.isEmpty()) {
                (answer ? answer(rule, places) : other(rule, places)).ifPresent(fields::add);
            }
        }
        return fields;
    }

    private boolean isAnswer(FieldRule rule) {
        return mapping.handoff().map(h -> h.feedback().contains(rule.name())).orElse(false);
    }

    private static boolean isOurs(FieldName name) {
        return name.text().toLowerCase(Locale.ROOT).startsWith(OURS);
    }

    /** Verdict and reason are known by what the handoff says of them; of the others a number rates, a text comments. */
    private Optional<OwnField> answer(FieldRule rule, Map<RecordType, FieldName> places) {
        if (mapping.handoff()
                .flatMap(Handoff::verdict)
                .filter(rule.name()::equals)
                .isPresent()) {
            return Optional.of(field(places, "verdict", Make.choice(VERDICTS, Purpose.VERDICT)));
        }
        if (mapping.handoff()
                .flatMap(h -> h.answers().change())
                .filter(rule.name()::equals)
                .isPresent()) {
            return Optional.of(field(places, "change", Make.plain(FieldType.TEXT, TEXT, Purpose.QUALITY)));
        }
        List<String> words = reasons.stream()
                .filter(r -> r.reason().equals(rule.name()))
                .flatMap(r -> r.words().stream())
                .distinct()
                .toList();
        if (!words.isEmpty()) {
            return Optional.of(field(places, "reason", Make.choice(words, Purpose.REASON)));
        }
        return switch (rule.type()) {
            case NUMBER -> Optional.of(field(places, "rating", Make.plain(FieldType.NUMBER, 1, Purpose.RATING)));
            case TEXT -> Optional.of(field(places, "comment", Make.plain(FieldType.TEXT, LONG_TEXT, Purpose.COMMENT)));
            default -> other(rule, places);
        };
    }

    /** Empty for a kind of field that this command does not make: an admin does. */
    private Optional<OwnField> other(FieldRule rule, Map<RecordType, FieldName> places) {
        String name = rule.name().text();
        return switch (rule.type()) {
            case NUMBER -> Optional.of(field(places, name, Make.plain(FieldType.NUMBER, DIGITS, Purpose.QUALITY)));
            case DATETIME -> Optional.of(field(places, name, Make.plain(FieldType.DATETIME, 0, Purpose.QUALITY)));
            case TEXT, EMAIL, PHONE, PICKLIST ->
                Optional.of(field(places, name, Make.plain(FieldType.TEXT, TEXT, Purpose.QUALITY)));
            case BOOLEAN, DATE, MULTI_PICKLIST, OWNER, REFERENCE -> Optional.empty();
        };
    }

    private OwnField field(Map<RecordType, FieldName> places, String name, Make make) {
        Glossary.Entry words = glossary.field(name);
        return new OwnField(
                places, words.label(), words.help(), make.type(), make.size(), make.options(), make.purpose());
    }

    /** What kind of field is made. */
    private record Make(FieldType type, int size, List<String> options, Purpose purpose) {

        static Make plain(FieldType type, int size, Purpose purpose) {
            return new Make(type, size, List.of(), purpose);
        }

        static Make choice(List<String> options, Purpose purpose) {
            return new Make(FieldType.PICKLIST, 0, options, purpose);
        }
    }
}
