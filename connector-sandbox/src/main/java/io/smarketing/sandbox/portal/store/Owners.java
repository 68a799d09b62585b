package io.smarketing.sandbox.portal.store;

import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The portal's owners. */
public final class Owners {

    private final NavigableMap<Long, Owner> byId = new TreeMap<>();

    public void add(Owner owner) {
        byId.put(owner.id(), owner);
    }

    public Optional<Owner> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Owner> byUser(long userId) {
        return byId.values().stream().filter(o -> o.userId() == userId).findFirst();
    }

    public Optional<Owner> byEmail(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        return byId.values().stream()
                .filter(o -> !o.archived() && o.email().equals(address))
                .findFirst();
    }

    public List<Owner> all(boolean archived) {
        return byId.values().stream().filter(o -> o.archived() == archived).toList();
    }

    public void archive(long id) {
        find(id).ifPresent(owner -> add(owner.put(true)));
    }
}
