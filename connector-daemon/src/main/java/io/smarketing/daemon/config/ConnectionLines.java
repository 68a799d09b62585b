package io.smarketing.daemon.config;

import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.open.Budget;
import io.smarketing.core.crm.open.SettingSpec;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.daemon.config.yaml.Position;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one CRM's part of {@code connections.yaml} by the settings that its adapter understands. */
final class ConnectionLines {

    static final List<String> KEYS = List.of("type", "budget");
    static final List<String> BUDGET_KEYS = List.of("share", "floor", "daily-limit");

    /** Keys of earlier versions, and where they went. */
    private static final Map<String, String> MOVED =
            Map.of("assignment-rules", "who gets a new record stands in mapping.yaml, under 'assign'");

    private final CrmProvider provider;
    private final Path folder;

    ConnectionLines(CrmProvider provider, Path folder) {
        this.provider = provider;
        this.folder = folder;
    }

    /** The connection; empty if a setting is missing or wrong, which is reported then. */
    Optional<Connection> read(Section crm) {
        List<String> known = new ArrayList<>(KEYS);
        provider.settings().forEach(s -> known.add(s.name()));
        MOVED.forEach((key, where) -> {
            if (crm.has(key)) {
                crm.problem(key, "there is no key '" + key + "' any more: " + where);
                known.add(key);
            }
        });
        crm.only(known);
        Map<String, String> values = new LinkedHashMap<>();
        boolean whole = true;
        for (SettingSpec spec : provider.settings()) {
            if (!crm.has(spec.name())) {
                whole &= !spec.required();
                if (spec.required()) {
                    crm.require(spec.name(), spec.help());
                }
                continue;
            }
            Optional<String> value = value(crm, spec);
            value.ifPresent(v -> values.put(spec.name(), v));
            whole &= value.isPresent();
        }
        Settings settings = new Settings(values);
        if (whole) {
            List<String> wrong = provider.check(settings);
            wrong.forEach(sentence -> crm.problem("type", sentence));
            whole = wrong.isEmpty();
        }
        Budget budget = crm.section("budget").map(ConnectionLines::budget).orElse(Budget.DEFAULT);
        Map<String, Position> places = new LinkedHashMap<>();
        values.keySet().forEach(name -> places.put(name, crm.at(name)));
        return whole ? Optional.of(new Connection(provider, settings, budget, places)) : Optional.empty();
    }

    private Optional<String> value(Section crm, SettingSpec spec) {
        String name = spec.name();
        return switch (spec.kind()) {
            case TEXT -> crm.text(name);
            case SECRET -> crm.token(name);
            case URL -> crm.text(name).filter(url -> isUrl(crm, name, url));
            case BOOLEAN -> crm.flag(name).map(String::valueOf);
            case FILE -> crm.text(name).flatMap(file -> file(crm, name, file));
            case NUMBER -> {
                OptionalLong number = crm.count(name);
                yield number.isPresent() ? Optional.of(Long.toString(number.getAsLong())) : Optional.empty();
            }
        };
    }

    private static boolean isUrl(Section crm, String name, String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return true;
            }
        } catch (URISyntaxException e) {
            // Said below, as for any other text that is no address.
        }
        crm.valueProblem(name, "'" + name + "' takes an address such as https://example.com", Optional.empty());
        return false;
    }

    private Optional<String> file(Section crm, String name, String text) {
        try {
            Path file = folder.resolve(text).toAbsolutePath().normalize();
            if (Files.isReadable(file) && Files.isRegularFile(file)) {
                return Optional.of(file.toString());
            }
        } catch (InvalidPathException e) {
            // Said below: there is no such file.
        }
        crm.valueProblem(
                name,
                "'" + name + "' names the file " + Words.quoted(text)
                        + ", which is not there or cannot be read (paths begin at the configuration's folder)",
                Optional.empty());
        return Optional.empty();
    }

    private static Budget budget(Section budget) {
        budget.only(BUDGET_KEYS);
        OptionalLong floor = budget.count("floor");
        return new Budget(
                budget.percent("share").orElse(Budget.DEFAULT.share()),
                floor.orElse(Budget.DEFAULT.floor()),
                budget.count("daily-limit"));
    }
}
