package io.smarketing.simulation.people;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.UnreadableValue;
import io.smarketing.core.mapping.FieldPlace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people type: a value that nobody has typed before, where the field's type has that many. */
public final class Values {

    private static final List<String> TEXTS =
            List.of("t%d", "O'Neil %d", "=1+%d", "Größe %d", "<b>%d</b>", "a\\%d, \"b\"");
    private static final LocalDate DAY = LocalDate.parse("2020-01-01");
    private static final Instant HOUR = Instant.parse("2020-01-01T00:00:00Z");

    private final Map<CrmId, List<String>> owners;

    /** @param owners whose ids are the same people's in both CRMs */
    public Values(Map<CrmId, List<String>> owners) {
        this.owners = owners;
    }

    /** A value for a field in the CRM's own words; empty if nobody can type one that the other CRM understands. */
    public Optional<String> fresh(CrmId crm, FieldPlace place, int serial) {
        FieldSpec spec = place.spec();
        Optional<String> typed = switch (spec.type()) {
            case TEXT -> Optional.of(text(place, serial));
            case NUMBER -> Optional.of(Integer.toString(serial % 900 + 1));
            case BOOLEAN -> Optional.of(serial % 2 == 0 ? "true" : "false");
            case DATE -> Optional.of(DAY.plusDays(serial % 5_000).toString());
            case DATETIME -> Optional.of(HOUR.plusSeconds(serial * 61L).toString());
            case PHONE -> Optional.of(phone(serial));
            case EMAIL -> Optional.of("x" + serial + "@example.com");
            case PICKLIST, MULTI_PICKLIST -> option(spec, serial);
            case OWNER -> owner(crm, serial);
            case REFERENCE -> Optional.empty();
        };
        return typed.filter(v -> isUnderstood(place, v));
    }

    private static String text(FieldPlace place, int serial) {
        return switch (place.rule().type()) {
            case NUMBER -> Integer.toString(serial);
            case PHONE -> phone(serial);
            case BOOLEAN -> serial % 2 == 0 ? "true" : "false";
            case DATE -> DAY.plusDays(serial % 5_000).toString();
            default -> String.format(TEXTS.get(serial % TEXTS.size()), serial);
        };
    }

    private static String phone(int serial) {
        return String.format("+1 201-555-%04d", serial % 10_000);
    }

    private static Optional<String> option(FieldSpec spec, int serial) {
        return spec.options().isEmpty()
                ? Optional.of("t" + serial)
                : Optional.of(spec.options().get(serial % spec.options().size()));
    }

    private Optional<String> owner(CrmId crm, int serial) {
        List<String> known = owners.getOrDefault(crm, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(serial % known.size()));
    }

    private static boolean isUnderstood(FieldPlace place, String raw) {
        try {
            return Words.neutral(place, place.spec().normalForm().read(raw)).isPresent();
        } catch (UnreadableValue e) {
            return false;
        }
    }
}
