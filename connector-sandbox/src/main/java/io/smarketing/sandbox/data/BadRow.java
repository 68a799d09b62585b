package io.smarketing.sandbox.data;

/**
 * One line of a data file that was left out.
 *
 * @param place file and line, such as {@code hubspot/contacts.csv:12}
 * @param sentence why, without any value of the row
 */
public record BadRow(String place, String sentence) {

    @Override
    public String toString() {
        return place + ": " + sentence;
    }
}
