package io.smarketing.hubspot.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.hubspot.api.Paths;
import io.smarketing.hubspot.read.Shape;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of activity by which somebody reaches out to a contact, each with what makes it a touch. */
enum Kind {
    /** A call that we made. */
    CALL(Paths.CALL, Touch.Kind.CALL, "hs_timestamp", "hs_call_direction") {
        @Override
        Optional<Instant> at(JsonNode properties) {
            return time(properties, "hs_timestamp").filter(at -> is(properties, "hs_call_direction", "OUTBOUND"));
        }
    },
    /** An e-mail that we sent. */
    EMAIL(Paths.EMAIL, Touch.Kind.EMAIL, "hs_timestamp", "hs_email_direction") {
        @Override
        Optional<Instant> at(JsonNode properties) {
            return time(properties, "hs_timestamp").filter(at -> is(properties, "hs_email_direction", "EMAIL"));
        }
    },
    /** A meeting that took place as planned. */
    MEETING(Paths.MEETING, Touch.Kind.MEETING, "hs_timestamp", "hs_meeting_start_time", "hs_meeting_outcome") {
        @Override
        Optional<Instant> at(JsonNode properties) {
            return time(properties, "hs_meeting_start_time")
                    .or(() -> time(properties, "hs_timestamp"))
                    .filter(at -> !CALLED_OFF.contains(text(properties, "hs_meeting_outcome")));
        }
    },
    /** A task that was done; what it is due for does not count. */
    TASK(Paths.TASK, Touch.Kind.TASK, "hs_task_status", "hs_task_completion_date") {
        @Override
        Optional<Instant> at(JsonNode properties) {
            return time(properties, "hs_task_completion_date")
                    .filter(at -> is(properties, "hs_task_status", "COMPLETED"));
        }
    };

    /** HubSpot itself spells one of them in two ways. */
    private static final Set<String> CALLED_OFF = Set.of("CANCELED", "CANCELLED", "RESCHEDULED");

    private final String type;
    private final Touch.Kind touch;
    private final List<String> properties;

    /** The first of the properties is the one whose author is the author of the touch. */
    Kind(String type, Touch.Kind touch, String... properties) {
        this.type = type;
        this.touch = touch;
        this.properties = List.of(properties);
    }

    /** When it reached the contact; empty if it did not. */
    abstract Optional<Instant> at(JsonNode properties);

    /** HubSpot's object type. */
    String type() {
        return type;
    }

    Touch.Kind touch() {
        return touch;
    }

    List<String> properties() {
        return properties;
    }

    /** The property that whoever did it has set. */
    String deed() {
        return properties.get(0);
    }

    private static Optional<Instant> time(JsonNode properties, String name) {
        return Optional.of(text(properties, name)).filter(t -> !t.isEmpty()).map(Shape::instant);
    }

    private static boolean is(JsonNode properties, String name, String value) {
        return text(properties, name).equals(value);
    }

    private static String text(JsonNode properties, String name) {
        return properties.path(name).asText("");
    }
}
