package io.smarketing.core.crm.open;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What an adapter gets from whoever runs it.
 *
 * @param clock the daemon's own clock, for waits, token expiry and login assertions only
 * @param executor runs the calls that may go side by side: a small pool in the daemon, the calling thread in tests
 * @param budget how much of a day's calls we may use
 * @param tokens where a login's newest token is kept
 */
public record Surroundings(
        InstantSource clock,
        Sleeper sleeper,
        Executor executor,
        RandomGenerator random,
        Budget budget,
        TokenKeep tokens) {

    /** Without a place for tokens that outlives the process. */
    public Surroundings(
            InstantSource clock, Sleeper sleeper, Executor executor, RandomGenerator random, Budget budget) {
        this(clock, sleeper, executor, random, budget, TokenKeep.inMemory());
    }
}
