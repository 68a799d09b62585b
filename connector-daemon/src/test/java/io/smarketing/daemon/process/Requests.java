package io.smarketing.daemon.process;

import io.smarketing.sandbox.server.http.Observer.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The requests that a sandbox saw during one run of the daemon, sorted by what they are for. */
record Requests(List<Request> all) {

    /** Of contacts and, in search of those whose meetings begin, of meetings. */
    private static final Pattern CONTACTS =
            Pattern.compile("/crm/objects/[^/]+/((0-1|contacts)(/search)?|0-47/search)");

    private static final Pattern FEED_QUERY = Pattern.compile(
            "FROM \\w+ +(WHERE SystemModstamp|WHERE \\(*System|WHERE \\(*StartDateTime|WHERE Id >|ORDER BY Id|WHERE AccountId IN)");
    private static final Pattern SEVERAL = Pattern.compile("/query(?:All)?\\?q=([^\"]+)");
    private static final Pattern PEOPLE =
            Pattern.compile("FROM (Lead|Contact|Account|Opportunity|OpportunityContactRole)\\b");

    Requests {
        all = List.copyOf(all);
    }

    /** Everything before the first listing. */
    List<Request> startUp() {
        return all.stream().takeWhile(r -> !asksForPeople(r)).toList();
    }

    /** Everything from the first listing on. */
    List<Request> rounds() {
        return all.subList(startUp().size(), all.size());
    }

    List<Request> writes() {
        return all.stream().filter(Request::write).toList();
    }

    /** Contacts read by their ids. */
    List<Request> contactsRead() {
        return rounds().stream()
                .filter(r -> r.crm().equals("hubspot")
                        && !CONTACTS.matcher(r.ask().path()).matches())
                .toList();
    }

    /** Queries of the org that are not its feed's own, but ask for somebody in particular. */
    List<Request> peopleRead() {
        return rounds().stream()
                .filter(r -> r.crm().equals("salesforce")
                        && !queries(r).stream()
                                .allMatch(q -> FEED_QUERY.matcher(q).find()))
                .toList();
    }

    private static boolean asksForPeople(Request request) {
        return request.crm().equals("hubspot")
                ? CONTACTS.matcher(request.ask().path()).matches()
                : queries(request).stream().anyMatch(q -> PEOPLE.matcher(q).find());
    }

    /** The query of a request, or those of one that holds several. */
    private static List<String> queries(Request request) {
        List<String> queries = SEVERAL.matcher(request.ask().body())
                .results()
                .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                .toList();
        return queries.isEmpty() ? List.of(request.ask().param("q").orElse("")) : queries;
    }
}
