package io.smarketing.daemon.config.field;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.merge.MergePolicy;
import io.smarketing.core.merge.MergePolicy.Conflict;
import io.smarketing.core.merge.MergePolicy.FirstMeeting;
import io.smarketing.daemon.config.yaml.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads who owns a field: direction, conflict and what belongs to them. */
final class PolicyLine {

    public static final List<String> KEYS =
            List.of("direction", "conflict", "tie", "on-first-sync", "blank", "enforce");

    private static final String TIE = "tie";
    private static final String FIRST = "on-first-sync";

    private static final Map<String, Boolean> BLANKS = new TreeMap<>(Map.of("overwrites", true, "keeps", false));

    private final Sides sides;

    PolicyLine(Sides sides) {
        this.sides = sides;
    }

    /** A choice that may name a CRM. */
    private record Choice<T>(T what, Optional<CrmId> crm) {}

    /** @param present the CRMs in which the field has a place: at least one */
    MergePolicy read(Section field, Set<CrmId> present) {
        Optional<CrmId> source = source(field, present);
        Optional<Choice<Conflict>> conflict = field.choice("conflict", conflicts());
        Optional<CrmId> tie = field.choice(TIE, sides.words());
        Optional<Choice<FirstMeeting>> first = field.choice(FIRST, firstMeetings());
        Optional<CrmId> favoured = source;
        if (source.isPresent() && present.size() > 1) {
            checkOneWay(field, source.get(), first);
        } else if (source.isEmpty()) {
            favoured = favoured(field, conflict.flatMap(Choice::crm), tie, first.flatMap(Choice::crm));
        }
        boolean enforce = field.flag("enforce").orElse(false);
        if (enforce && source.isEmpty()) {
            field.problem("enforce", "'enforce' is for a field with one direction: give its direction, or remove it");
        }
        return new MergePolicy(
                source,
                conflict.map(Choice::what).orElse(Conflict.NEWEST),
                favoured.orElse(sides.first()),
                field.choice("blank", BLANKS).orElse(true),
                first.map(Choice::what).orElse(FirstMeeting.LEAVE),
                enforce);
    }

    /** The one CRM that gives the value; a field that stands in one CRM only is read there for conditions. */
    private Optional<CrmId> source(Section field, Set<CrmId> present) {
        if (present.size() > 1) {
            return field.choice("direction", directions()).flatMap(d -> d);
        }
        for (String key : KEYS) {
            if (field.has(key)) {
                field.problem(
                        key,
                        "'" + key + "' needs a field in both CRMs, and this one stands in "
                                + present.iterator().next() + " only");
            }
        }
        return present.stream().findFirst();
    }

    private void checkOneWay(Section field, CrmId source, Optional<Choice<FirstMeeting>> first) {
        for (String key : List.of("conflict", TIE)) {
            if (field.has(key)) {
                field.problem(key, "a field with one direction has no conflicts: remove '" + key + "'");
            }
        }
        if (first.flatMap(Choice::crm).filter(crm -> !crm.equals(source)).isPresent()) {
            field.problem(
                    FIRST,
                    "the field goes from " + source + " only: " + FIRST + " can be leave, " + source + " or newest");
        }
    }

    private Optional<CrmId> favoured(
            Section field, Optional<CrmId> preferred, Optional<CrmId> tie, Optional<CrmId> first) {
        if (preferred.isPresent() && tie.isPresent()) {
            field.problem(TIE, "'tie' is for 'conflict: newest': the preferred side needs none");
        }
        Optional<CrmId> side = preferred.or(() -> tie);
        if (side.isPresent() && first.isPresent() && !side.equals(first)) {
            field.problem(
                    FIRST,
                    "conflicts of this field go to " + side.get() + ": at the first sync it can be leave, " + side.get()
                            + " or newest");
        }
        return side.or(() -> first);
    }

    private Map<String, Optional<CrmId>> directions() {
        Map<String, Optional<CrmId>> words = new LinkedHashMap<>();
        words.put("both", Optional.empty());
        for (CrmId from : sides.ids()) {
            for (CrmId to : sides.ids()) {
                if (!from.equals(to)) {
                    words.put(from + " to " + to, Optional.of(from));
                }
            }
        }
        return words;
    }

    private Map<String, Choice<Conflict>> conflicts() {
        Map<String, Choice<Conflict>> words = new LinkedHashMap<>();
        words.put("newest", new Choice<>(Conflict.NEWEST, Optional.empty()));
        for (CrmId crm : sides.ids()) {
            words.put("prefer " + crm, new Choice<>(Conflict.PREFER, Optional.of(crm)));
            words.put("prefer " + crm + " unless blank", new Choice<>(Conflict.PREFER_UNLESS_BLANK, Optional.of(crm)));
        }
        return words;
    }

    private Map<String, Choice<FirstMeeting>> firstMeetings() {
        Map<String, Choice<FirstMeeting>> words = new LinkedHashMap<>();
        words.put("leave", new Choice<>(FirstMeeting.LEAVE, Optional.empty()));
        words.put("newest", new Choice<>(FirstMeeting.NEWEST, Optional.empty()));
        sides.ids().forEach(crm -> words.put(crm.name(), new Choice<>(FirstMeeting.FAVOURED, Optional.of(crm))));
        return words;
    }
}
