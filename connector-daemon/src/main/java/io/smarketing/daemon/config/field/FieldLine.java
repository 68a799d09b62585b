package io.smarketing.daemon.config.field;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Place;
import io.smarketing.core.merge.MergePolicy;
import io.smarketing.daemon.config.yaml.Position;
import io.smarketing.daemon.config.yaml.Section;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one mapped field. */
public final class FieldLine {

    /** All keys but the names of the CRMs. */
    public static final List<String> KEYS = Stream.concat(
                    Stream.of("type", "default", "codec"), PolicyLine.KEYS.stream())
            .toList();

    /** The types that a neutral field can have, by the words for them. */
    public static final Map<String, FieldType> TYPES = Arrays.stream(FieldType.values())
            .filter(t -> t != FieldType.REFERENCE)
            .collect(Collectors.toMap(FieldType::word, t -> t, (a, b) -> a, LinkedHashMap::new));

    private static final int DIGITS = 12;

    private final Places places;

    public FieldLine(Places places) {
        this.places = places;
    }

    public static FieldType type(Section field) {
        return field.choice("type", TYPES).orElse(FieldType.TEXT);
    }

    /** The rule; empty if the field stands nowhere, which is reported then. */
    public Optional<FieldRule> read(FieldName name, Section field, Position at) {
        List<String> known = new ArrayList<>(places.sides().names());
        known.addAll(KEYS);
        field.only(known);
        Map<CrmId, Map<RecordType, FieldName>> stands = places.read(field);
        if (stands.isEmpty()) {
            field.require(places.sides().names().get(0), "say which field of the CRM this is");
            return Optional.empty();
        }
        MergePolicy policy = new PolicyLine(places.sides()).read(field, stands.keySet());
        Set<CrmId> written = new LinkedHashSet<>(stands.keySet());
        policy.source().ifPresent(written::remove);
        written.forEach(crm -> places.claim(crm, stands.get(crm), at));
        Map<CrmId, CodecLine.Named> codecs = new CodecLine(places.sides()).read(field, written);
        Map<CrmId, String> standIns = standIns(field, written);
        Map<CrmId, Place> put = new LinkedHashMap<>();
        stands.forEach((crm, fields) ->
                put.put(crm, new Place(fields, codecs.get(crm).plan(), Optional.ofNullable(standIns.get(crm)))));
        FieldType type = type(field);
        String decisive = type + " " + policy.source() + sorted(stands) + words(codecs, stands.keySet())
                + new TreeMap<>(standIns);
        return Optional.of(new FieldRule(name, type, put, policy, fingerprint(decisive), at.file() + ":" + at.line()));
    }

    private Map<CrmId, String> standIns(Section field, Set<CrmId> written) {
        Map<CrmId, String> standIns = new LinkedHashMap<>();
        field.section("default").ifPresent(defaults -> {
            defaults.only(places.sides().names());
            for (CrmId crm : places.sides().ids()) {
                if (defaults.has(crm.name()) && !written.contains(crm)) {
                    defaults.problem(
                            crm.name(), "a default is for a CRM that the field is written to, and " + crm + " is not");
                }
                defaults.text(crm.name()).ifPresent(text -> standIns.put(crm, text));
            }
        });
        return standIns;
    }

    /** Names in a stable order: the order of the file decides nothing. */
    private static Map<CrmId, Map<RecordType, FieldName>> sorted(Map<CrmId, Map<RecordType, FieldName>> stands) {
        Map<CrmId, Map<RecordType, FieldName>> sorted = new TreeMap<>();
        stands.forEach((crm, fields) -> sorted.put(crm, new TreeMap<>(fields)));
        return sorted;
    }

    private static String words(Map<CrmId, CodecLine.Named> codecs, Set<CrmId> present) {
        return present.stream()
                .sorted()
                .map(crm -> crm + ":" + codecs.get(crm).words())
                .collect(Collectors.joining(";"));
    }

    private static String fingerprint(String decisive) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(decisive.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
