package io.smarketing.sandbox.org.signin;

import io.smarketing.sandbox.kernel.Switches;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The access and refresh tokens that are good at the moment; access tokens die of two hours of inactivity. */
public final class Sessions {

    private static final Duration IDLE = Duration.ofHours(2);
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";
    private static final int TOKEN_LENGTH = 96;

    private final InstantSource wall;
    private final RandomGenerator random;
    private final Switches switches;
    private final String orgId;
    private final Map<String, Instant> expiry = new HashMap<>();
    private String fixed;
    private String refresh;

    /** @param fixed a token for scripts, which does not expire */
    public Sessions(InstantSource wall, RandomGenerator random, Switches switches, String orgId, String fixed) {
        this.wall = wall;
        this.random = random;
        this.switches = switches;
        this.orgId = orgId;
        this.fixed = fixed;
        this.refresh = "5Aep861" + letters();
    }

    /** A new access token. */
    public String open() {
        String token = orgId.substring(0, Math.min(15, orgId.length())) + "!AQ" + letters();
        expiry.put(token, wall.instant().plus(IDLE));
        return token;
    }

    /** True if the token is good; using it keeps it alive. */
    public boolean use(String token) {
        expireIfSwitched();
        if (token.equals(fixed)) {
            return !token.isEmpty();
        }
        if (expires(token).isEmpty()) {
            return false;
        }
        expiry.put(token, wall.instant().plus(IDLE));
        return true;
    }

    /** True for the token for scripts. */
    public boolean isFixed(String token) {
        return !token.isEmpty() && token.equals(fixed);
    }

    /** When the token dies if it is not used; empty if it is not good now. */
    public Optional<Instant> expires(String token) {
        return token.equals(fixed)
                ? Optional.of(wall.instant().plus(IDLE))
                : Optional.ofNullable(expiry.get(token)).filter(at -> at.isAfter(wall.instant()));
    }

    public void close(String token) {
        expiry.remove(token);
    }

    /** The refresh token that is good now. */
    public String refreshToken() {
        return refresh;
    }

    /** Makes a new refresh token and kills the old one, if {@code rotate-refresh-token} is on. */
    public Optional<String> rotate() {
        if (!switches.on("rotate-refresh-token")) {
            return Optional.empty();
        }
        refresh = "5Aep861" + letters();
        return Optional.of(refresh);
    }

    /** {@code expire-sessions=true} ends all sessions now; {@code all} the fixed token as well. */
    private void expireIfSwitched() {
        Optional<String> which = switches.get("expire-sessions");
        if (which.isPresent()) {
            expiry.clear();
            fixed = which.get().equals("all") ? "" : fixed;
            switches.set("expire-sessions", "off");
        }
    }

    private String letters() {
        StringBuilder text = new StringBuilder(TOKEN_LENGTH);
        for (int i = 0; i < TOKEN_LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
