package io.smarketing.daemon.config.field;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.mapping.CodecPlan;
import io.smarketing.core.mapping.Codecs;
import io.smarketing.daemon.codec.PhoneE164;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.TextNode;
import io.smarketing.daemon.config.yaml.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code codec:} of a field, for both CRMs or for each. */
final class CodecLine {

    public static final List<String> KEYS = List.of("lower", "domain", "phone-e164", "picklist", "way-back");
    public static final List<String> PHONE_KEYS = List.of("region");

    private static final String CODEC = "codec";
    private static final Named PLAIN = new Named(Codecs.plain(), "plain");

    private static final Map<String, Named> WORDS = new TreeMap<>(Map.of(
            "lower", new Named(Codecs.lower(), "lower"),
            "domain", new Named(Codecs.domain(), "domain"),
            "phone-e164", new Named(new PhoneE164(Optional.empty()), "phone")));

    private final Sides sides;

    CodecLine(Sides sides) {
        this.sides = sides;
    }

    /**
     * A codec and what tells it from others.
     *
     * @param words all that decides its values, as a stable text
     */
    record Named(CodecPlan plan, String words) {}

    /** @param written the CRMs that the field is written to: there a dictionary must be clear on its way back */
    Map<CrmId, Named> read(Section field, Set<CrmId> written) {
        Map<CrmId, Named> codecs = new LinkedHashMap<>();
        sides.ids().forEach(crm -> codecs.put(crm, PLAIN));
        if (isWord(field, CODEC)) {
            Optional<Named> named = word(field, CODEC);
            sides.ids().forEach(crm -> named.ifPresent(n -> codecs.put(crm, n)));
            return codecs;
        }
        field.section(CODEC).ifPresent(codec -> {
            boolean perSide = codec.keys().stream().noneMatch(KEYS::contains);
            if (perSide) {
                codec.only(sides.names());
                sides.ids().forEach(crm -> side(codec, crm, written).ifPresent(n -> codecs.put(crm, n)));
            } else {
                both(codec).ifPresent(n -> sides.ids().forEach(crm -> codecs.put(crm, n)));
            }
        });
        return codecs;
    }

    private static boolean isWord(Section section, String key) {
        return section.node(key).filter(TextNode.class::isInstance).isPresent();
    }

    private Optional<Named> side(Section codec, CrmId crm, Set<CrmId> written) {
        if (isWord(codec, crm.name())) {
            return word(codec, crm.name());
        }
        return codec.section(crm.name()).flatMap(c -> {
            c.only(KEYS);
            return c.has("picklist") ? new PicklistLine(c, written.contains(crm)).read() : phone(c);
        });
    }

    private Optional<Named> both(Section codec) {
        codec.only(KEYS);
        if (codec.has("picklist")) {
            codec.problem(
                    "picklist",
                    "a picklist map belongs to one CRM: write 'codec: {" + sides.first() + ": {picklist: ...}}', the"
                            + " CRM's values on the left");
            return Optional.empty();
        }
        return phone(codec);
    }

    private static Optional<Named> word(Section section, String key) {
        return section.choice(key, WORDS);
    }

    private static Optional<Named> phone(Section codec) {
        for (String bare : List.of("lower", "domain")) {
            if (codec.has(bare)) {
                codec.problem(bare, "'" + bare + "' takes nothing: write 'codec: " + bare + "'");
                return Optional.empty();
            }
        }
        if (!codec.has("phone-e164")) {
            if (codec.has("way-back")) {
                codec.require("picklist", "'way-back' goes with it");
            } else if (codec.keys().isEmpty()) {
                codec.problem("", "a codec is lower, domain, phone-e164 or a picklist map");
            }
            return Optional.empty();
        }
        Optional<String> region =
                codec.section("phone-e164").flatMap(s -> s.only(PHONE_KEYS).text("region"));
        if (region.isPresent() && !PhoneE164.knows(region.get())) {
            codec.problem(
                    "phone-e164",
                    "no phone numbers are known for the region " + Words.quoted(region.get())
                            + ": give two letters such as US, GB or DE");
            return Optional.empty();
        }
        return Optional.of(new Named(new PhoneE164(region), "phone " + region.orElse("")));
    }
}
