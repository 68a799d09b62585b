package io.smarketing.daemon.config.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.Span;
import io.smarketing.core.sla.Stretch;
import io.smarketing.core.sla.WorkTime;
import io.smarketing.core.sla.clock.Clock;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.clock.Reading;
import io.smarketing.core.sla.clock.Signal;
import io.smarketing.core.sla.clock.Signals;
import io.smarketing.core.sla.clock.State;
import io.smarketing.daemon.config.handoff.PublicHolidays;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What other products' own tests say of working hours, deadlines and holidays; each file names its source. */
final class VectorsTest {

    private static final Signals ON =
            new Signals(Set.of("start"), Set.of("stop"), Set.of("pause"), Set.of("resume"), Set.of());

    private static JsonNode vectors(String file) throws IOException {
        String data = System.getenv("SMARKETING_DATA");
        assumeTrue(data != null, "SMARKETING_DATA is not set: the vectors of others are skipped");
        return new ObjectMapper().readTree(Path.of(data, "vectors", file).toFile());
    }

    /** Working time is never negative and is never rewound here: the two vectors that ask for it are left out. */
    @Test
    void workingHours() throws IOException {
        int held = 0;
        for (JsonNode vector : vectors("business-time-working_hours.json").path("vectors")) {
            BusinessHours hours = calendar(vector.path("hours"), vector);
            Instant at = instant(vector, "at");
            switch (vector.path("op").asText()) {
                case "add" -> {
                    long seconds = vector.path("seconds").asLong();
                    held += seconds < 0
                            ? 0
                            : same(
                                    vector,
                                    hours.due(at, Duration.ofSeconds(seconds)).orElseThrow());
                }
                case "between" -> {
                    long expected = vector.path("expected").asLong();
                    Duration time = hours.between(at, instant(vector, "to"));
                    assertThat(time.toSeconds()).as(vector.toString()).isEqualTo(Math.max(0, expected));
                    held += expected < 0 ? 0 : 1;
                }
                case "open" -> held += same(vector, hours.due(at, Duration.ZERO).orElseThrow());
                case "close" -> held += same(vector, counted(hours, at).span().to());
                default -> {
                    boolean open = hours.stretches(new Span(at, at.plusSeconds(1)))
                            .get(0)
                            .counts();
                    assertThat(open)
                            .as(vector.toString())
                            .isEqualTo(vector.path("expected").asBoolean());
                    held++;
                }
            }
        }
        assertThat(held).isEqualTo(42);
    }

    private static int same(JsonNode vector, Instant found) {
        assertThat(found).as(vector.toString()).isEqualTo(instant(vector, "expected"));
        return 1;
    }

    private static Stretch counted(BusinessHours hours, Instant at) {
        return hours.stretches(new Span(at, at.plus(Duration.ofDays(10)))).stream()
                .filter(Stretch::counts)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void zammadsDeadlines() throws IOException {
        JsonNode all = vectors("sla-zammad.json");
        assertThat(all.path("due")).hasSize(18);
        for (JsonNode vector : all.path("due")) {
            assertThat(read(vector, List.of()).due()).as(vector.toString()).contains(instant(vector, "due"));
        }
    }

    @Test
    void zammadsPauses() throws IOException {
        JsonNode all = vectors("sla-zammad.json").path("pausedDue");
        assertThat(all).hasSize(2);
        for (JsonNode vector : all) {
            List<Signal> signals = new ArrayList<>();
            vector.path("pauses").forEach(p -> {
                signals.add(new Signal(Instant.parse(p.get(0).asText()), "pause"));
                signals.add(new Signal(Instant.parse(p.get(1).asText()), "resume"));
            });
            assertThat(read(vector, signals).due()).as(vector.toString()).contains(instant(vector, "due"));
        }
    }

    @Test
    void zammadsTimesAndBreachesWhichAreToldAlsoWhenLate() throws IOException {
        JsonNode all = vectors("sla-zammad.json").path("elapsed");
        assertThat(all).hasSize(6);
        for (JsonNode vector : all) {
            Reading reading = read(vector, List.of(new Signal(instant(vector, "event"), "stop")));
            assertThat(reading.worked().toMinutes())
                    .as(vector.toString())
                    .isEqualTo(vector.path("inMin").asLong());
            assertThat(reading.state())
                    .as(vector.toString())
                    .isEqualTo(vector.path("diff").asLong() < 0 ? State.LATE : State.KEPT);
        }
    }

    /**
     * There a clock starts with the latest of handing over and reopening. Here a lead that comes back begins a new pass
     * with clocks of its own, so whatever was before is nothing that its clock hears; and within a pass handing a lead
     * over once more does not give anybody more time, where the latest would. Only that one rule differs.
     */
    @Test
    void chatwootsStarts() throws IOException {
        Instant now = Instant.parse("2026-03-02T12:00:00Z");
        JsonNode all = vectors("sla-chatwoot.json").path("vectors");
        assertThat(all).hasSize(5);
        for (JsonNode vector : all) {
            List<Signal> pass = new ArrayList<>();
            Optional.ofNullable(vector.get("created")).ifPresent(c -> pass.add(new Signal(before(now, c), "created")));
            for (JsonNode event : vector.path("events")) {
                Signal signal =
                        new Signal(before(now, event.get(1)), event.get(0).asText());
                if (signal.word().equals("opened")) {
                    pass.clear();
                }
                pass.add(signal);
            }
            boolean handed = pass.stream().anyMatch(s -> !s.word().equals("created"));
            Signals on = new Signals(handed ? Set.of("bot_handoff", "opened") : Set.of("created"), Set.of("answered"));
            assertThat(new Clock(promise(BusinessHours.ALWAYS, 60, on))
                            .read(pass, now)
                            .started())
                    .as(vector.toString())
                    .contains(before(now, vector.path("clockStart")));
        }
    }

    private static Instant before(Instant now, JsonNode text) {
        Instant at = now;
        for (String part : text.asText().substring(1).split("(?=[+-])")) {
            String unit = part.substring(part.length() - 1).toUpperCase(Locale.ROOT);
            String number = part.substring(1, part.length() - 1);
            Duration step = Duration.parse(unit.equals("D") ? "P" + number + "D" : "PT" + number + unit);
            at = part.startsWith("-") ? at.minus(step) : at.plus(step);
        }
        return at;
    }

    /**
     * Two collections of public holidays, made by different people, agree on every working day of half of the countries.
     * In the others one of them counts days on which some are free and others are not: the eves in Sweden, carnival and
     * Corpus Christi in Brazil, Liberation Day in the Netherlands, Columbus Day in the United States (and the last day of
     * 2027 for the first of 2028), holidays by religion in India. In Japan ours knows the emperor's birthday of before
     * 2020 and neither equinoxes nor substitutes: teams there name those days as leave.
     */
    @Test
    void publicHolidays() throws IOException {
        Map<String, Integer> differing = new TreeMap<>();
        for (Map.Entry<String, JsonNode> country :
                vectors("public-holidays-2024-2028.json").path("countries").properties()) {
            var holidays =
                    PublicHolidays.of(country.getKey().toLowerCase(Locale.ROOT).replace('-', '/'));
            Set<LocalDate> told = new TreeSet<>();
            country.getValue()
                    .forEach(year -> year.forEach(
                            d -> told.add(LocalDate.parse(d.path("date").asText()))));
            long differ = LocalDate.of(2024, 1, 1)
                    .datesUntil(LocalDate.of(2029, 1, 1))
                    .filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                    .filter(d -> holidays.isHoliday(d) != told.contains(d))
                    .count();
            differing.put(country.getKey(), (int) differ);
        }
        Map<String, Integer> expected =
                new TreeMap<>(Map.of("AU", 0, "CA", 0, "DE", 0, "ES", 0, "FR", 0, "GB-ENG", 0, "NL", 4, "US", 7));
        expected.putAll(Map.of("BR", 15, "IN", 15, "JP", 26, "SE", 13));
        assertThat(differing).isEqualTo(expected);
    }

    private static Reading read(JsonNode vector, List<Signal> more) {
        List<Signal> signals = new ArrayList<>(more);
        signals.add(new Signal(instant(vector, "start"), "start"));
        int minutes = vector.path("minutes").asInt(vector.path("target").asInt());
        JsonNode calendar = vector.path("calendar");
        Promise promise = promise(calendar(calendar.path("hours"), calendar), minutes, ON);
        return new Clock(promise).read(signals, Instant.parse("2030-01-01T00:00:00Z"));
    }

    private static Promise promise(BusinessHours hours, int minutes, Signals on) {
        return new Promise("p", on, 1, Duration.ofMinutes(minutes), hours, new TreeSet<>(), Optional.empty());
    }

    private static Instant instant(JsonNode vector, String key) {
        return Instant.parse(vector.path(key).asText());
    }

    private static BusinessHours calendar(JsonNode hours, JsonNode rest) {
        Map<DayOfWeek, List<WorkTime>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<WorkTime> times = new ArrayList<>();
            hours.path(day.name().substring(0, 3).toLowerCase(Locale.ROOT))
                    .forEach(t -> times.add(new WorkTime(time(t.get(0)), time(t.get(1)))));
            week.put(day, times);
        }
        Set<LocalDate> free = new TreeSet<>();
        rest.path("holidays").forEach(d -> free.add(LocalDate.parse(d.asText())));
        return new BusinessHours(ZoneId.of(rest.path("tz").asText()), week, free::contains);
    }

    private static LocalTime time(JsonNode text) {
        return text.asText().equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text.asText());
    }
}
