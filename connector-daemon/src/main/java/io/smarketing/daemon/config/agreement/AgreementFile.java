package io.smarketing.daemon.config.agreement;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.sla.terms.Commitments;
import io.smarketing.core.sla.terms.Escalations;
import io.smarketing.core.sla.terms.Segment;
import io.smarketing.core.sla.terms.Terms;
import io.smarketing.core.sync.watch.HandoffSignals;
import io.smarketing.daemon.cel.Conditions;
import io.smarketing.daemon.config.yaml.MapNode;
import io.smarketing.daemon.config.yaml.Problems;
import io.smarketing.daemon.config.yaml.Section;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code agreement.yaml}: what marketing and sales promise each other, in which words, and from when on. */
public final class AgreementFile {

    public static final String NAME = "agreement.yaml";
    static final List<String> KEYS = List.of(
            "version",
            "effective",
            "review",
            "parties",
            "goal",
            "glossary",
            "personas",
            "campaigns",
            "marketing",
            "calendars",
            "sales",
            "escalations",
            Frame.EXCUSERS);

    private static final int LONGEST_VERSION = 40;
    private static final Pattern INTERVAL = Pattern.compile("([1-9]\\d{0,2}) (day|week|month)s?");

    private final Mapping mapping;
    private final Problems problems;

    /** @param mapping what the fields and stages are that it may name */
    public AgreementFile(Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    /** All keys that it knows, by where its JSON Schema has them. */
    public static Map<String, List<String>> groups() {
        return Map.of(
                "", KEYS,
                "/$defs/party", Frame.PARTY_KEYS,
                "/$defs/goal", Frame.GOAL_KEYS,
                "/$defs/campaign", Frame.CAMPAIGN_KEYS,
                "/properties/escalations", EscalationLines.KEYS,
                "/$defs/word", Vocabulary.WORD_KEYS,
                "/$defs/persona", Vocabulary.PERSONA_KEYS,
                "/$defs/commitment", MarketingLines.KEYS,
                "/$defs/segment", SalesLines.KEYS,
                "/$defs/promise", PromiseLines.KEYS);
    }

    /** @param document the text of the file */
    public Agreement read(MapNode root, String document) {
        Section file = new Section(NAME, root, problems)
                .only(KEYS)
                .require("version", "give it a number or a name, and another with each change")
                .require("effective", "say from which day on it holds, such as 2026-01-01");
        if (mapping.handoff().isEmpty()) {
            file.problem("", "promises run from the handoff: say in lifecycle.yaml under handoff where it begins");
        }
        Conditions conditions = conditions();
        Set<String> stages =
                new LinkedHashSet<>(Vocabulary.stages(mapping.lifecycle()).keySet());
        Set<String> words = new LinkedHashSet<>(HandoffSignals.WORDS);
        words.addAll(stages);
        Frame frame = new Frame(file);
        Vocabulary vocabulary = new Vocabulary(file, mapping.lifecycle(), conditions);
        Calendars calendars = new Calendars(file);
        MarketingLines marketing = new MarketingLines(file, calendars, conditions, stages);
        SalesLines sales = new SalesLines(file, calendars, conditions, words);
        owner(file, sales.segments());
        EscalationLines escalations = new EscalationLines(file, sales.segments(), crms());
        illegalMoves(file, escalations.escalations());
        List<Chapter> chapters = new ArrayList<>(frame.before());
        chapters.addAll(vocabulary.chapters());
        chapters.addAll(List.of(marketing.chapter(), sales.chapter(), calendars.chapter()));
        chapters.addAll(List.of(frame.campaigns(), escalations.chapter(), frame.excuses()));
        chapters.removeIf(c -> c.entries().isEmpty());
        Commitments commitments = new Commitments(marketing.commitments(), vocabulary.personas(), frame.sides());
        return new Agreement(
                terms(file, sales.segments(), commitments, escalations.escalations()),
                frame.owners(),
                frame.excusers(),
                review(file),
                chapters,
                said(root, vocabulary, sales.segments()),
                escalations.places(),
                document);
    }

    private static Terms terms(Section file, List<Segment> segments, Commitments commitments, Escalations escalations) {
        Instant effective = effective(file);
        String version = file.text("version").orElse("");
        if (version.length() > LONGEST_VERSION) {
            file.valueProblem(
                    "version", "'version' takes " + LONGEST_VERSION + " characters at most", Optional.empty());
        }
        return new Terms(version, effective, effective, segments, commitments, escalations);
    }

    private void illegalMoves(Section file, Escalations escalations) {
        if (mapping.lifecycle().illegal().isEscalated()
                && escalations.of(Escalations.ILLEGAL_MOVE).isEmpty()) {
            file.problem(
                    "escalations",
                    "lifecycle.yaml escalates illegal moves, and nobody hears of it: name somebody under "
                            + Escalations.ILLEGAL_MOVE);
        }
    }

    private void owner(Section file, List<Segment> segments) {
        boolean asked = segments.stream()
                .flatMap(s -> s.promises().stream())
                .anyMatch(p -> p.on().stop().contains(HandoffSignals.TOUCHED_BY_OWNER));
        if (asked && mapping.owner().isEmpty()) {
            file.problem("sales", "who owns a lead is not known: map a field of type owner in mapping.yaml");
        }
    }

    private Map<String, String> said(MapNode root, Vocabulary vocabulary, List<Segment> segments) {
        Map<String, String> said = new LinkedHashMap<>(Said.of(root));
        said.putAll(vocabulary.said());
        // the first segment that a lead is of is the lead's: another order is another agreement
        said.put("sales", segments.stream().map(Segment::name).collect(Collectors.joining(", ")));
        said.put("handoff / from", mapping.handoff().map(Handoff::from).orElse(""));
        return said;
    }

    private Conditions conditions() {
        Conditions every = new Conditions(types(), problems);
        return mapping.handoff()
                .flatMap(h -> h.answers().verdict())
                .map(verdict -> every.where(verdict, Handoff.VERDICTS))
                .orElse(every);
    }

    /** Those that any field is mapped in: its key may be missing, which is told already. */
    private Set<CrmId> crms() {
        return mapping.rules().stream()
                .flatMap(rule -> rule.places().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<FieldName, FieldType> types() {
        return mapping.rules().stream().collect(Collectors.toMap(FieldRule::name, FieldRule::type));
    }

    private static Instant effective(Section file) {
        Optional<String> day = file.text("effective");
        try {
            return LocalDate.parse(day.orElse("1970-01-01"))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            file.valueProblem("effective", "'effective' takes a day such as 2026-01-01", Optional.empty());
            return Instant.EPOCH;
        }
    }

    private static Optional<Period> review(Section file) {
        return file.text("review").flatMap(text -> {
            Matcher interval = INTERVAL.matcher(text);
            if (!interval.matches()) {
                file.valueProblem("review", "'review' takes a time such as 2 weeks or 3 months", Optional.empty());
                return Optional.empty();
            }
            int many = Integer.parseInt(interval.group(1));
            return Optional.of(
                    switch (interval.group(2)) {
                        case "day" -> Period.ofDays(many);
                        case "week" -> Period.ofWeeks(many);
                        default -> Period.ofMonths(many);
                    });
        });
    }
}
