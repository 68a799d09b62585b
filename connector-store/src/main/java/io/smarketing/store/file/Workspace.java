package io.smarketing.store.file;

import io.smarketing.core.crm.record.CrmId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which accounts a store belongs to.
 *
 * @param accounts each CRM's account, by the CRM's own number or id
 */
public record Workspace(Map<CrmId, String> accounts) {

    public Workspace {
        accounts = Collections.unmodifiableMap(new TreeMap<>(accounts));
        if (accounts.isEmpty() || accounts.values().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a store belongs to named accounts");
        }
    }

    /** The name under which the store keeps it, such as {@code left 123 + right 456}. */
    public String name() {
        return accounts.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(" + "));
    }
}
