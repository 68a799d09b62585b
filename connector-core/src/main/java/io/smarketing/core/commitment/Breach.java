package io.smarketing.core.commitment;

import io.smarketing.core.person.PersonId;
import java.time.Instant;

/**
 * A promise about one lead that was broken.
 *
 * @param late true if it was done, too late
 * @param owner the address of who owned the lead when its period was judged; empty text if that is not known
 */
public record Breach(PersonId person, int pass, Instant due, boolean late, String owner) {

    Breach of(String whose) {
        return new Breach(person, pass, due, late, whose);
    }
}
