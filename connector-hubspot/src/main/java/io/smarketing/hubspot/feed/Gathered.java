package io.smarketing.hubspot.feed;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Change.Changed;
import io.smarketing.core.crm.record.RecordRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The changes of a page; of a record that changed in two ways the younger stamp is told, as the record tells it. */
final class Gathered {

    private final List<Change> moves = new ArrayList<>();
    private final Map<RecordRef, Changed> changed = new LinkedHashMap<>();

    void add(Change change) {
        if (change instanceof Changed one) {
            changed.merge(one.ref(), one, Gathered::younger);
        } else {
            moves.add(change);
        }
    }

    /** What became of records first. */
    List<Change> all() {
        List<Change> all = new ArrayList<>(moves);
        all.addAll(changed.values());
        return all;
    }

    /** A change that bears the record has been read later than any that does not. */
    private static Changed younger(Changed one, Changed other) {
        if (one.record().isPresent() != other.record().isPresent()) {
            return one.record().isPresent() ? one : other;
        }
        return other.stamp().isAfter(one.stamp()) ? other : one;
    }
}
