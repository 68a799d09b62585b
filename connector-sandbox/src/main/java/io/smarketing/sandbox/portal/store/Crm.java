package io.smarketing.sandbox.portal.store;

import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.portal.hook.News;
import io.smarketing.sandbox.portal.schema.Catalogue;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.schema.Values;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/** All that the portal holds, and what its records are stamped and numbered by. */
public final class Crm {

    private final RecordClock clock;
    private final RandomGenerator random;
    private final Quirks quirks;
    private final Map<ObjectType, Table> tables = new EnumMap<>(ObjectType.class);
    private final Links links = new Links();
    private final Owners owners = new Owners();
    private final Campaigns campaigns = new Campaigns();
    private final News news = new News();
    private final Set<String> blockedEmails = new HashSet<>();
    private long lastId;

    public Crm(RecordClock clock, RandomGenerator random, Quirks quirks, boolean bare) {
        this.clock = clock;
        this.random = random;
        this.quirks = quirks;
        // beyond 32 bits from the start, as in portals of today
        this.lastId = 20_000_000_000L + random.nextInt(1_000_000_000);
        Map<ObjectType, Schema> schemas = Catalogue.born(clock.instant(), bare);
        schemas.forEach((type, schema) -> tables.put(
                type,
                new Table(
                        schema,
                        this::wallMs,
                        () -> quirks.duration(Quirks.INDEX_LAG).toMillis())));
    }

    public Table table(ObjectType type) {
        return Objects.requireNonNull(tables.get(type));
    }

    public Schema schema(ObjectType type) {
        return table(type).schema();
    }

    public Links links() {
        return links;
    }

    public Owners owners() {
        return owners;
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    /** What happens to contacts, for webhooks. */
    public News news() {
        return news;
    }

    public Quirks quirks() {
        return quirks;
    }

    public Values values() {
        return new Values(quirks);
    }

    public RandomGenerator random() {
        return random;
    }

    public RecordClock clock() {
        return clock;
    }

    /** The record clock in milliseconds: what records are stamped with. */
    public long now() {
        return clock.instant().toEpochMilli();
    }

    public long wallMs() {
        return clock.wall().instant().toEpochMilli();
    }

    /** A fresh id, above all given before, with gaps as ids have them. */
    public long nextId() {
        lastId += 1 + random.nextInt(60);
        return lastId;
    }

    /** Keeps ids that came with a file from being given a second time. */
    public void taken(long id) {
        lastId = Math.max(lastId, id);
    }

    /** Addresses that a privacy deletion has shut out. */
    public Set<String> blockedEmails() {
        return blockedEmails;
    }
}
