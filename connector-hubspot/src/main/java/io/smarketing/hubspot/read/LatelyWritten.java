package io.smarketing.hubspot.read;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The companies to which we wrote a domain of late: the search index may not show them for some minutes. */
public final class LatelyWritten {

    /** More than can be written in the longest lag of the index. */
    private static final int MOST = 100_000;

    private final Map<String, String> idByDomain = new LinkedHashMap<>();

    public synchronized void put(String domain, String id) {
        idByDomain.remove(domain);
        idByDomain.put(domain, id);
        if (idByDomain.size() > MOST) {
            idByDomain.remove(idByDomain.keySet().iterator().next());
        }
    }

    /** Of those that may have one of these domains. */
    synchronized Set<String> ids(Collection<String> domains) {
        Set<String> ids = new LinkedHashSet<>();
        for (String domain : domains) {
            if (idByDomain.containsKey(domain)) {
                ids.add(idByDomain.get(domain));
            }
        }
        return ids;
    }
}
