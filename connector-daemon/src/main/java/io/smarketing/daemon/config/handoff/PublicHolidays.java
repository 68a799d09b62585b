package io.smarketing.daemon.config.handoff;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.smarketing.core.sla.Holidays;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The public holidays of a country, or of a part of it. */
public final class PublicHolidays implements Holidays {

    private final HolidayManager manager;
    private final String[] parts;

    private PublicHolidays(HolidayManager manager, String... parts) {
        this.manager = manager;
        this.parts = parts.clone();
    }

    /**
     * The holidays of a place such as {@code de} or {@code de/by}.
     *
     * @throws IllegalArgumentException if the country, or that part of it, is not known
     */
    public static Holidays of(String place) {
        String[] words = place.toLowerCase(Locale.ROOT).split("/");
        if (HolidayManager.getSupportedCalendarCodes().stream().noneMatch(words[0]::equalsIgnoreCase)) {
            throw new IllegalArgumentException(
                    "no country '" + words[0] + "' is known: use its two letters, such as de");
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(words[0]));
        var calendar = manager.getCalendarHierarchy();
        if (words.length > 2 || words.length == 2 && !calendar.getChildren().containsKey(words[1])) {
            throw new IllegalArgumentException("no part '" + place.substring(place.indexOf('/') + 1) + "' of '"
                    + words[0] + "' is known" + known(calendar.getChildren().keySet()));
        }
        return words.length == 2 ? new PublicHolidays(manager, words[1]) : new PublicHolidays(manager);
    }

    /** The letters of a country that is told by its name, or by those that people use for it. */
    static Optional<String> meant(String place) {
        String word = place.strip();
        return word.equalsIgnoreCase("uk")
                ? Optional.of("gb")
                : HolidayManager.getSupportedCalendarCodes().stream()
                        .filter(code -> new Locale("", code)
                                .getDisplayCountry(Locale.ENGLISH)
                                .equalsIgnoreCase(word))
                        .map(code -> code.toLowerCase(Locale.ROOT))
                        .findFirst();
    }

    private static String known(java.util.Set<String> parts) {
        return parts.isEmpty() ? "" : ": it has " + String.join(", ", new java.util.TreeSet<>(parts));
    }

    @Override
    public boolean isHoliday(LocalDate day) {
        return manager.isHoliday(day, HolidayType.PUBLIC_HOLIDAY, parts);
    }
}
