package io.smarketing.sandbox.server;

import java.util.HexFormat;
import java.util.Random;

/** The secrets of one sandbox, drawn from its seed: they open nothing but itself. */
record Credentials(
        long portalId,
        String hubspotToken,
        String hubspotSecret,
        String clientId,
        String clientSecret,
        String username,
        String accessToken) {

    private static final long PORTAL_ID = 4_201_234L;

    static Credentials from(long seed) {
        Random random = new Random(seed);
        return new Credentials(
                PORTAL_ID,
                "pat-na1-" + hex(random, 4) + "-" + hex(random, 8),
                hex(random, 16),
                "3MVG9" + hex(random, 20),
                hex(random, 32),
                "integration@example.com",
                "00D000000000001!" + hex(random, 24));
    }

    SandboxAccess access(String hubspotUrl, String salesforceUrl, LoginKey key) {
        return new SandboxAccess(
                new SandboxAccess.HubSpot(hubspotUrl, hubspotToken, hubspotSecret, portalId),
                new SandboxAccess.Salesforce(
                        salesforceUrl,
                        salesforceUrl,
                        clientId,
                        clientSecret,
                        username,
                        key.file().toString(),
                        accessToken,
                        "66.0"));
    }

    private static String hex(Random random, int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
