package io.smarketing.hubspot;

import io.smarketing.core.crm.open.Budget;
import io.smarketing.core.crm.open.Sleeper;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.TokenKeep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

/** A clock that moves only when somebody sleeps on it. */
public final class TestTime implements InstantSource, Sleeper {

    public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        now = now.plus(duration);
    }

    public Surroundings surroundings(TokenKeep tokens) {
        return new Surroundings(this, this, Runnable::run, new Random(7), Budget.DEFAULT, tokens);
    }

    public Surroundings surroundings() {
        return new Surroundings(this, this, Runnable::run, new Random(7), Budget.DEFAULT);
    }
}
