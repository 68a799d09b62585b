package io.smarketing.daemon.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.InProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that would like to be a query, markup, a formula, a format or a line break: they stay values, both ways. */
final class HostileValuesTest {

    private static final List<String> HARMLESS = List.of(
            "x' OR Name != '",
            "\\' OR Id != ''--",
            "<script>alert(1)</script>",
            "<b>&amp;\"quoted\"</b>",
            "=HYPERLINK(\"http://example.com\",\"x\")",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "${env:HOME}",
            "${jndi:ldap://example.com/x}",
            "{{x}} %s %n {} #{x}",
            "- a: [b, {c: d}] # e",
            "no",
            "1:30",
            "null",
            "0x1F",
            "👩‍💻 漢字 Åse",
            "\u202Eevil\u2066",
            "%00%0d%0aSet-Cookie: x",
            "line\u2028separator");

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void start() {
        rehearsal = Rehearsal.start(folder, Map.of(Rehearsal.CONTACTS, Rehearsal.contacts(2)));
    }

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    private static String address(String who, int number) {
        return who + "-" + number + "@example.com";
    }

    @Test
    void they_arrive_as_they_are_in_both_directions() {
        for (int i = 0; i < HARMLESS.size(); i++) {
            String value = HARMLESS.get(i);
            rehearsal.contact("email", address("contact", i), "lastname", value, "company", value);
            rehearsal.lead("Email", address("lead", i), "LastName", value, "Company", value);
        }

        InProcess run = rehearsal.sync();

        assertThat(run.exit()).isZero();
        for (int i = 0; i < HARMLESS.size(); i++) {
            assertThat(rehearsal.inLead(address("contact", i), "LastName")).isEqualTo(HARMLESS.get(i));
            assertThat(rehearsal.inContact(address("lead", i), "lastname")).isEqualTo(HARMLESS.get(i));
        }
        assertThat(rehearsal.sync("--output", "json").out()).contains("\"created\":{}", "\"updated\":{}");
    }

    @Test
    void addresses_with_quotes_are_found_and_never_doubled() {
        List<String> addresses =
                List.of("o'lead@example.com", "a+b%c@example.com", "\"a\"@example.com", "x'--@example.com");
        List<String> taken = new ArrayList<>();
        for (String address : addresses) {
            try {
                rehearsal.contact("email", address, "lastname", "Quoted", "company", "Example");
                rehearsal.lead("Email", address, "LastName", "Quoted", "Company", "Example");
                taken.add(address);
            } catch (IllegalArgumentException e) {
                assertThat(address).as("an address that no CRM takes").contains("\"");
            }
        }

        assertThat(rehearsal.sync().exit()).isZero();

        assertThat(taken).hasSizeGreaterThan(2);
        for (String address : taken) {
            assertThat(rehearsal.portal().find("contacts", address)).hasSize(1);
            assertThat(rehearsal.org().find("Lead", address)).hasSize(1);
        }
    }

    @Test
    void control_characters_and_lone_surrogates_stop_nobody_else() {
        List<String> values =
                List.of("a\u0000b", "a\u0001b", "a\u001Bb[2J", "a\rb\nc", "a\tb", "\uD83D", "\uDC69x", "a\uFFFEb");
        for (int i = 0; i < values.size(); i++) {
            rehearsal.contact("email", address("contact", i), "lastname", values.get(i), "company", "Example");
            rehearsal.lead("Email", address("lead", i), "LastName", values.get(i), "Company", "Example");
        }

        InProcess run = rehearsal.sync();

        assertThat(run.err()).doesNotContain("bug of ours", "Exception").doesNotContain("\u0000", "\u0001", "\u001B");
        assertThat(run.exit()).isIn(0, 3);
        assertThat(rehearsal.inLead("lead-0002@example.com", "LastName")).isEqualTo("Surname-0002");
        for (int i = 0; i < values.size(); i++) {
            assertThat(rehearsal.org().find("Lead", address("contact", i))).hasSize(1);
            assertThat(rehearsal.portal().find("contacts", address("lead", i))).hasSize(1);
        }
        InProcess again = rehearsal.sync("--output", "json");
        assertThat(again.out()).contains("\"created\":{}", "\"updated\":{}");
    }
}
