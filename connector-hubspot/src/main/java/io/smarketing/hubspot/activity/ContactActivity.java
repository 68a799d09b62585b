package io.smarketing.hubspot.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import io.smarketing.hubspot.api.Paths;
import io.smarketing.hubspot.link.Associations;
import io.smarketing.hubspot.read.BatchRead;
import io.smarketing.hubspot.read.OwnApps;
import io.smarketing.hubspot.read.Shape;
import io.smarketing.hubspot.schema.Portal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people did about a portal's contacts: calls, e-mails, meetings and tasks on their timelines, and edits. */
public final class ContactActivity implements Activity {

    private static final String OWNER = "hubspot_owner_id";

    private final Api api;
    private final Shape shape;
    private final Portal portal;
    private final OwnApps ownApps;
    private final Humans humans;
    private final Associations associations;

    public ContactActivity(Api api, Shape shape, Portal portal, OwnApps ownApps) {
        this.api = api;
        this.shape = shape;
        this.portal = portal;
        this.ownApps = ownApps;
        this.humans = new Humans(portal.schema(), ownApps);
        this.associations = new Associations(api);
    }

    @Override
    public Map<RecordRef, List<Touch>> touches(Map<RecordRef, Instant> since) {
        if (since.isEmpty()) {
            return Map.of();
        }
        Map<String, Instant> sinceById = new HashMap<>();
        since.forEach((ref, at) -> sinceById.put(ref.id(), at));
        Map<RecordRef, List<Touch>> all = new HashMap<>();
        for (Kind kind : Kind.values()) {
            Associations.Links links = associations.read(Paths.CONTACT, kind.type(), sinceById.keySet());
            touches(kind, links).forEach((activity, touch) -> {
                for (String contact : links.from().getOrDefault(activity, Set.of())) {
                    if (!touch.at().isBefore(sinceById.getOrDefault(contact, Instant.MAX))) {
                        all.computeIfAbsent(shape.ref(contact), ref -> new ArrayList<>())
                                .add(touch);
                    }
                }
            });
        }
        all.values().forEach(of -> of.sort(Comparator.comparing(Touch::at)));
        return all;
    }

    /** What humans have done by now, by the activity's id. */
    private Map<String, Touch> touches(Kind kind, Associations.Links links) {
        Set<String> properties = new LinkedHashSet<>(kind.properties());
        properties.add(OWNER);
        List<JsonNode> activities = new BatchRead(kind.type(), Optional.empty(), properties, List.of(kind.deed()))
                .read(api, links.from().keySet());
        Map<String, Touch> touches = new HashMap<>();
        for (JsonNode activity : activities) {
            String id = activity.path("id").asText();
            kind.at(activity.path("properties"))
                    .filter(at -> !at.isAfter(links.now()))
                    .filter(at -> isByHuman(kind, activity, links.from().getOrDefault(id, Set.of())))
                    .ifPresent(at -> touches.put(id, new Touch(at, kind.touch(), who(kind, activity))));
        }
        return touches;
    }

    /** Under whose name it stands, else whoever entered it. */
    private Optional<Email> who(Kind kind, JsonNode activity) {
        return portal.schema()
                .ownerEmail(activity.path("properties").path(OWNER).asText(""))
                .or(() -> entries(activity, kind.deed()).stream()
                        .reduce((earlier, later) -> later)
                        .flatMap(Humans::user)
                        .map(portal.users()::get));
    }

    /**
     * A task is done by whoever set its status last, all else by whoever made it. A task that our app has made asks people to
     * see to something: whoever ticks it off has not reached out by that.
     */
    private boolean isByHuman(Kind kind, JsonNode activity, Set<String> contacts) {
        List<JsonNode> entries = entries(activity, kind.deed());
        if (entries.isEmpty()) {
            return true;
        }
        JsonNode made = entries.get(0);
        JsonNode deed = entries.get(kind == Kind.TASK ? entries.size() - 1 : 0);
        if ((OwnApps.isByApp(made) || OwnApps.isByApp(deed)) && ownApps.isUnknown()) {
            String key = shape.key().text();
            BatchRead.history(ObjectType.CONTACT, List.of(key))
                    .read(api, contacts)
                    .forEach(contact -> learn(contact, key));
        }
        if (kind == Kind.TASK && ownApps.author(made) == Author.OURSELVES) {
            return false;
        }
        return humans.did(deed, activity.path("properties").path(OWNER).asText(""));
    }

    @Override
    public Map<RecordRef, Edit> lastEdits(Map<RecordRef, FieldName> fields) {
        if (fields.isEmpty()) {
            return Map.of();
        }
        String key = shape.key().text();
        Map<String, String> fieldById = new HashMap<>();
        fields.forEach((ref, field) -> fieldById.put(ref.id(), field.text()));
        Set<String> asked = new LinkedHashSet<>(fieldById.values());
        asked.add(key);
        List<JsonNode> contacts = BatchRead.history(ObjectType.CONTACT, asked).read(api, fieldById.keySet());
        contacts.forEach(contact -> learn(contact, key));
        Map<RecordRef, Edit> edits = new HashMap<>();
        for (JsonNode contact : contacts) {
            String id = contact.path("id").asText();
            Optional.ofNullable(fieldById.get(id))
                    .flatMap(field -> lastEdit(entries(contact, field)))
                    .ifPresent(edit -> edits.put(shape.ref(id), edit));
        }
        return edits;
    }

    private Optional<Edit> lastEdit(List<JsonNode> entries) {
        return entries.stream()
                .filter(humans::edited)
                .reduce((earlier, later) -> later)
                .map(entry -> new Edit(time(entry), Humans.user(entry).map(portal.users()::get)));
    }

    private void learn(JsonNode contact, String key) {
        ownApps.learn(contact.path("propertiesWithHistory").path(key));
    }

    /** A property's history, oldest entry first: HubSpot tells the latest first, also of two in one millisecond. */
    private static List<JsonNode> entries(JsonNode record, String property) {
        List<JsonNode> entries = new ArrayList<>();
        record.path("propertiesWithHistory").path(property).forEach(entries::add);
        Collections.reverse(entries);
        entries.sort(Comparator.comparing(ContactActivity::time));
        return entries;
    }

    private static Instant time(JsonNode entry) {
        return Shape.instant(entry.path("timestamp").asText());
    }
}
