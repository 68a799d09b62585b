package io.smarketing.daemon.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.smarketing.daemon.InProcess;
import io.smarketing.sandbox.server.SandboxAccess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Nothing of what is said, printed or logged holds a person's values or a secret, however much of it is asked for. */
final class SecrecyTest {

    private static final String PERSONAL = "lead-\\d{4}|Surname-|Company-\\d{4}|Hostile|@example\\.com";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final PrintStream standardError = System.err;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setErr(standardError);
        ((Logger) LoggerFactory.getLogger("io.smarketing")).setLevel(Level.INFO);
    }

    @Test
    void at_debug_level_nothing_personal_and_no_secret_is_told() {
        StringBuilder all = new StringBuilder();
        SandboxAccess access;
        String session;
        try (Rehearsal r = Rehearsal.start(folder, Map.of(Rehearsal.CONTACTS, Rehearsal.contacts(20)))) {
            access = r.sandbox().access();
            r.contact("email", "bad@example.com", "lastname", "Hostile".repeat(20), "company", "Example");
            r.lead("Email", "lead-0003@example.com", "LastName", "Surname-x", "Company", "Company-0003");
            r.sandbox().fault("salesforce.burst-503", "2");
            r.sandbox().fault("reset-after-write", "1");
            r.sandbox().fault("lock-rows", "3");
            r.sandbox().fault("duplicate-rule", "alert");
            told(all, r.sync("--debug"));
            r.sandbox().fault("missing-scopes", "crm.objects.contacts.read");
            told(all, r.sync("--debug"));
            r.sandbox().fault("missing-scopes", "off");
            Rehearsal.write(folder.resolve("config/secrets/hubspot-token"), "pat-wrong");
            told(all, r.sync("--debug"));
            told(all, r.status("--debug"));
            session = access.salesforce().accessToken();
        }
        all.append(logged.toString(StandardCharsets.UTF_8));

        assertThat(all.toString()).contains("/crm/objects/", " 503 ").doesNotContainPattern(PERSONAL);
        assertThat(all)
                .doesNotContain(access.hubspot().token(), access.hubspot().clientSecret(), "pat-wrong")
                .doesNotContain(access.salesforce().clientSecret(), session, "Bearer", "assertion");
    }

    private static void told(StringBuilder all, InProcess run) {
        all.append(run.out()).append(run.err());
    }
}
