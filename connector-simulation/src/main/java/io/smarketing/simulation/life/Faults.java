package io.smarketing.simulation.life;

import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.mapping.FieldPlace;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.simulation.engine.Fuse;
import io.smarketing.simulation.people.Links;
import io.smarketing.simulation.people.Words;
import io.smarketing.simulation.world.Strike;
import io.smarketing.simulation.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What goes wrong in a life, what admins put in our way, and what CRMs do their own way. */
final class Faults {

    private static final Duration LONGEST_LAG = Duration.ofMinutes(9);
    /** How what people type begins. */
    private static final List<String> BEGINNINGS = List.of("t", "O", "=", "G", "<", "a");

    private final World world;
    private final Words words;
    private final Fuse fuse;
    private final Switches portal;
    private final Switches org;
    private boolean unstamped;

    Faults(World world, Words words, Fuse fuse) {
        this.world = world;
        this.words = words;
        this.fuse = fuse;
        this.portal = world.portal().switches();
        this.org = world.org().switches();
    }

    void befall(Operation o) {
        switch (o.kind()) {
            case STRIKE -> struck(o).line().strike(strike(o.b()), 1 + o.c() % 12, 1 + o.a() % 7);
            case DEADLY_COMMIT -> fuse.set(1 + o.a() % 40, o.b() % 2 == 0);
            case INDEX_LAG -> portal.set("index-lag", lag(o.a()).toString());
            case LOCKED_ROWS -> org.set("lock-rows", Integer.toString(1 + o.a() % 40));
            case EXPIRED_SESSION -> org.set("expire-sessions", "true");
            case EXPIRED_TOKENS -> portal.set("expire-tokens", "true");
            case TRIGGER -> trigger(o);
            case RULE -> rule(o);
            case HABIT -> habit(Habit.of(o.a()));
            case CLOCK_SET -> world.time().setDaemons(Duration.ofHours(o.a()));
            default -> throw new IllegalArgumentException(o.kind() + " is no fault");
        }
    }

    private void habit(Habit habit) {
        habit.set(world);
        unstamped |= habit == Habit.LINKS_MOVE_NO_STAMP;
    }

    /** Whether a link may change and move no stamp: then only the nightly listing shows it. */
    boolean isNightNeeded() {
        return unstamped;
    }

    /** All of them end; a trigger is none, it stays. */
    void end() {
        world.heal();
        fuse.defuse();
        portal.set("index-lag", "off");
        org.set("lock-rows", "off");
        org.set("validation-rule", "off");
    }

    private World.Side struck(Operation o) {
        return o.a() % 2 == 0 ? world.portal() : world.org();
    }

    private static Strike strike(int number) {
        return Strike.values()[number % Strike.values().length];
    }

    static Duration lag(int number) {
        return isOver(number) ? Duration.ZERO : Duration.ofSeconds(1 + number % LONGEST_LAG.toSeconds());
    }

    /** Each third time it is no more, instead. */
    private static boolean isOver(int number) {
        return number % 3 == 0;
    }

    /** A trigger rewrites a field on whatever type of record has it. */
    private void trigger(Operation o) {
        FieldRule rule = text(o.b());
        String fields = types().stream()
                .flatMap(type -> place(type, rule).stream().map(p -> name(type, p)))
                .collect(Collectors.joining(","));
        words.rewritten(rule);
        org.set("trigger-uppercase", isOver(o.a()) ? "off" : fields);
    }

    /** A rule refuses records of one type. */
    private void rule(Operation o) {
        RecordType type = types().get(o.c() % types().size());
        String refused = "=" + BEGINNINGS.get(o.c() % BEGINNINGS.size()) + "*";
        Optional<String> rule = place(type, text(o.b())).map(p -> name(type, p) + refused);
        org.set("validation-rule", isOver(o.a()) ? "off" : rule.orElse("off"));
    }

    private List<RecordType> types() {
        return world.types(world.org().id(), world.setup().subject());
    }

    private FieldRule text(int nth) {
        List<FieldRule> texts = words.rules(types().get(0)).stream()
                .filter(r -> types().stream().anyMatch(t -> place(t, r).isPresent()))
                .toList();
        return texts.get(nth % texts.size());
    }

    private Optional<FieldPlace> place(RecordType type, FieldRule rule) {
        return words.place(world.org().id(), type, rule)
                .filter(p -> p.spec().type() == FieldType.TEXT && !Links.isLink(p));
    }

    private static String name(RecordType type, FieldPlace place) {
        return type.name() + "." + place.spec().name();
    }
}
