package io.smarketing.store.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Iso;
import io.smarketing.core.merge.Bounce;
import io.smarketing.core.merge.Half;
import java.io.IOException;
import java.util.Optional;

/**
 * A half of the base as a short array, since a person has dozens: value and mapping; then, only if there is something
 * to say, the marks (a letter each); then, only if there is one, the bounce.
 */
final class HalfText {

    private static final String PENDING = "p";
    private static final String STAND_IN = "s";

    private HalfText() {}

    static void put(Half half, JsonText json) {
        json.array().text(half.value().text()).text(half.mapping());
        if (half.pending() || half.standIn() || half.bounce().isPresent()) {
            json.text((half.pending() ? PENDING : "") + (half.standIn() ? STAND_IN : ""));
        }
        half.bounce()
                .ifPresent(b ->
                        json.number(b.count()).text(b.pair()).text(b.since().toString()));
        json.endArray();
    }

    static Half half(JsonParser json) throws IOException {
        json.nextToken();
        FieldValue value = FieldValue.of(json.nextTextValue());
        String mapping = json.nextTextValue();
        String marks = json.nextToken() == JsonToken.END_ARRAY ? "" : json.getText();
        boolean more = json.currentToken() != JsonToken.END_ARRAY && json.nextToken() != JsonToken.END_ARRAY;
        return new Half(
                value,
                marks.contains(PENDING),
                marks.contains(STAND_IN),
                mapping,
                more ? Optional.of(bounce(json)) : Optional.empty());
    }

    private static Bounce bounce(JsonParser json) throws IOException {
        Bounce bounce = new Bounce(json.getIntValue(), json.nextTextValue(), Iso.instant(json.nextTextValue()));
        json.nextToken();
        return bounce;
    }
}
