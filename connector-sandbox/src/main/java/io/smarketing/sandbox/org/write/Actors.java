package io.smarketing.sandbox.org.write;

import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.RecordClock;
import java.util.Locale;
import java.util.function.Function;

/** Tells who writes when a request comes in over the API: the user whose token it bears, now, as its headers wish. */
public final class Actors {

    private final RecordClock clock;
    private final Function<Ask, String> userIds;

    /** @param userIds whose token a call bears */
    public Actors(RecordClock clock, Function<Ask, String> userIds) {
        this.clock = clock;
        this.userIds = userIds;
    }

    public Actor of(Ask ask) {
        boolean assigns = !ask.header("Sforce-Auto-Assign").orElse("TRUE").equalsIgnoreCase("FALSE");
        String rule = ask.header("Sforce-Duplicate-Rule-Header").orElse("").toLowerCase(Locale.ROOT);
        boolean allows = rule.replace(" ", "").contains("allowsave=true");
        return new Actor(userIds.apply(ask), clock.instant().getEpochSecond(), Actor.Door.API, assigns, allows);
    }
}
