package io.smarketing.sandbox.portal.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A path taken apart: the API's area, its version, and the decoded segments behind them. The shapes differ per area:
 * legacy paths bear the version before the area's name, dated ones behind it.
 */
public record Route(String area, Version version, List<String> rest) {

    private static final Map<String, Set<Version>> LEGACY = Map.of(
            "objects", Set.of(Version.V3),
            "properties", Set.of(Version.V3),
            "pipelines", Set.of(Version.V3),
            "owners", Set.of(Version.V3),
            "limits", Set.of(Version.V3),
            "associations", Set.of(Version.V4),
            "links", Set.of(Version.V4),
            "oauth", Set.of(Version.V1, Version.V3),
            "account-info", Set.of(Version.V3),
            "campaigns", Set.of(Version.V3));

    public Route {
        rest = List.copyOf(rest);
    }

    /** Takes a raw path apart; an unknown area or version is a 404. */
    public static Route of(String path) {
        List<String> parts = split(path);
        if (parts.size() < 2) {
            throw unknown(path);
        }
        boolean marketing = parts.get(0).equals("marketing") && parts.contains("campaigns");
        boolean crm = parts.get(0).equals("crm") || marketing;
        Version first = Version.of(parts.get(1)).orElse(null);
        if (!crm) {
            return checked(path, parts.get(0), first, parts.subList(2, parts.size()));
        }
        if (parts.size() < 3) {
            throw unknown(path);
        }
        boolean legacy = first != null && !first.dated();
        Version version =
                legacy ? first : Version.of(parts.get(2)).filter(Version::dated).orElse(null);
        return checked(path, parts.get(legacy ? 2 : 1), version, parts.subList(3, parts.size()));
    }

    /** The segment at that place, empty if the path is shorter. */
    public String at(int place) {
        return place < rest.size() ? rest.get(place) : "";
    }

    private static Route checked(String path, String named, @Nullable Version version, List<String> rest) {
        String area =
                named.equals("objects") && rest.size() > 3 && rest.get(2).equals("associations") ? "links" : named;
        Set<Version> legacy = LEGACY.get(area);
        if (legacy == null || version == null || !(version.dated() || legacy.contains(version))) {
            throw unknown(path);
        }
        return new Route(area, version, rest);
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                parts.add(decode(part));
            }
        }
        return parts;
    }

    private static String decode(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Failure.invalid("Malformed escape in the path");
        }
    }

    private static Failure unknown(String path) {
        return Failure.notFound("Resource not found: " + path);
    }
}
