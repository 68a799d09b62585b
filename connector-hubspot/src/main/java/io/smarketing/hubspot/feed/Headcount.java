package io.smarketing.hubspot.feed;

import java.time.Instant;

/**
 * How many records there were when a window closed.
 *
 * @param live those that had been created by then and were still there
 * @param walked when the last walk through the archive began, in HubSpot's time
 * @param rest no walk begins before that
 */
record Headcount(long live, Instant walked, Instant rest) {

    String text() {
        return live + " " + walked + " " + rest;
    }
}
