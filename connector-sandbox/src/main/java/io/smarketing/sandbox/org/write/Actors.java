package io.smarketing.sandbox.org.write;

import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.RecordClock;
import java.util.Locale;

/** Tells who writes when a request comes in over the API: the integration user, now, as its headers wish. */
public final class Actors {

    private final RecordClock clock;
    private final String userId;

    public Actors(RecordClock clock, String userId) {
        this.clock = clock;
        this.userId = userId;
    }

    public Actor of(Ask ask) {
        boolean assigns = !ask.header("Sforce-Auto-Assign").orElse("TRUE").equalsIgnoreCase("FALSE");
        String rule = ask.header("Sforce-Duplicate-Rule-Header").orElse("").toLowerCase(Locale.ROOT);
        boolean allows = rule.replace(" ", "").contains("allowsave=true");
        return new Actor(userId, clock.instant().getEpochSecond(), Actor.Door.API, assigns, allows);
    }
}
