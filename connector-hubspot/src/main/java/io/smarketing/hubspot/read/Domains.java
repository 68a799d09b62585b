package io.smarketing.hubspot.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.lead.Domain;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.http.HttpAnswer;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds companies by their domains, which HubSpot does not keep unique and thus reads nothing by: so a search tells who
 * may have them, and the record store who has. What we wrote ourselves is found before the index shows it.
 */
final class Domains {

    private static final FieldName ADDITIONAL = FieldName.of("hs_additional_domains");

    /** A domain that is longer is none. */
    private static final int LONGEST_DOMAIN = 253;

    /** What no domain has, and what would be longer in a search's body than it is. */
    private static final Pattern NEVER = Pattern.compile("[\\p{Cntrl}\"\\\\]");

    /** Leaves room for the rest of a search's body. */
    private static final int VALUES_OF_A_SEARCH = Search.LONGEST - 700;

    /** What a domain stands in a search's body as: bare, with www, and among the additional ones. */
    private static final int TIMES = 3;

    private static final int QUOTES_AND_WWW = 8;

    private final Api api;
    private final Shape shape;
    private final LatelyWritten lately;
    private final boolean hasAdditional;

    Domains(Api api, Shape shape, LatelyWritten lately) {
        this.api = api;
        this.shape = shape;
        this.lately = lately;
        this.hasAdditional = shape.spec(ADDITIONAL)
                .filter(spec -> spec.type() == FieldType.MULTI_PICKLIST)
                .isPresent();
    }

    /** The companies with one of these domains, also as an additional one. */
    List<JsonNode> read(Collection<String> domains) {
        Set<String> asked = new LinkedHashSet<>(domains);
        asked.removeIf(domain ->
                domain.length() > LONGEST_DOMAIN || NEVER.matcher(domain).find());
        List<Supplier<Set<String>>> searches = new ArrayList<>();
        parts(asked).forEach(part -> searches.add(() -> search(part)));
        Set<String> ids = new LinkedHashSet<>(lately.ids(asked));
        api.fan().all(searches).forEach(ids::addAll);
        Set<String> properties = shape.properties();
        properties.add(ADDITIONAL.text());
        return BatchRead.byId(ObjectType.COMPANY, properties).read(api, ids).stream()
                .filter(company -> domainsOf(company).anyMatch(asked::contains))
                .toList();
    }

    private static List<List<String>> parts(Set<String> domains) {
        List<List<String>> parts = new ArrayList<>();
        int room = 0;
        for (String domain : domains) {
            int needed = TIMES * (domain.length() + QUOTES_AND_WWW);
            if (needed > room) {
                parts.add(new ArrayList<>());
                room = VALUES_OF_A_SEARCH;
            }
            room -= needed;
            parts.get(parts.size() - 1).add(domain);
        }
        return parts;
    }

    private Set<String> search(List<String> domains) {
        List<String> spelled =
                domains.stream().flatMap(d -> Stream.of(d, "www." + d)).toList();
        Set<String> ids = new LinkedHashSet<>();
        String last = "";
        boolean more = true;
        while (more) {
            Search search = new Search(List.of()).in("domain", spelled).after(last);
            if (hasAdditional) {
                search.or().in(ADDITIONAL.text(), domains).after(last);
            }
            HttpAnswer answer = api.http().send(search.ask(api, ObjectType.COMPANY.id()));
            for (JsonNode company : answer.body().path("results")) {
                last = company.path("id").asText();
                ids.add(last);
            }
            more = !answer.body().at("/paging/next/after").asText("").isEmpty();
        }
        return ids;
    }

    private static Stream<String> domainsOf(JsonNode company) {
        JsonNode properties = company.path("properties");
        String own = properties.path("domain").asText("");
        String others = properties.path(ADDITIONAL.text()).asText("");
        return Stream.concat(Stream.of(own), Arrays.stream(others.split(";")))
                .flatMap(text -> Domain.in(text).stream());
    }
}
