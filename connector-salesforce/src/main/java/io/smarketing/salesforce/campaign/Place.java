package io.smarketing.salesforce.campaign;

import io.smarketing.salesforce.soql.Soql;
import java.time.Instant;

/**
 * Where reading goes on: campaigns changed since then, and the members behind that one.
 *
 * @param campaigns the stamp from which campaigns are asked for
 * @param members the stamp at which the next members stand
 * @param last the id of the last member of that stamp that was read; blank if none was
 */
record Place(Instant campaigns, Instant members, String last) {

    private static final Place START = new Place(Instant.EPOCH, Instant.EPOCH, "");

    static Place read(String text) {
        if (text.isEmpty()) {
            return START;
        }
        String[] parts = text.split("\\|", -1);
        return new Place(Instant.parse(parts[0]), Instant.parse(parts[1]), parts[2]);
    }

    String text() {
        return campaigns + "|" + members + "|" + last;
    }

    /** True in the middle of members: campaigns have been read. */
    boolean isAmongMembers() {
        return !last.isEmpty();
    }

    String condition() {
        String stamp = Soql.time(members);
        return isAmongMembers()
                ? "(SystemModstamp > " + stamp + " OR (SystemModstamp = " + stamp + " AND Id > " + Soql.text(last)
                        + "))"
                : "SystemModstamp >= " + stamp;
    }
}
