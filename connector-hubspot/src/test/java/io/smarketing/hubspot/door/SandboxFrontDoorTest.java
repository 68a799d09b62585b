package io.smarketing.hubspot.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.TokenKeep;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.hubspot.HubSpotProvider;
import io.smarketing.hubspot.PortalLine;
import io.smarketing.hubspot.TestTime;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.portal.Portal;
import io.smarketing.sandbox.portal.PortalSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a portal's admin and its vendor may change overnight: versions, rules, refresh tokens. */
class SandboxFrontDoorTest {

    private static final RecordType CONTACT = new RecordType("contact");

    private final TestTime time = new TestTime();
    private final Switches switches = new Switches();
    private final Portal portal = new Portal(
            new PortalSettings(4711, "pat-1", "client", "secret", PortalSettings.Speed.REAL, false),
            new RecordClock(time, TestTime.START),
            new Random(3),
            switches);
    private final PortalLine line = new PortalLine(portal, time);
    private final TokenKeep tokens = TokenKeep.inMemory();

    @ParameterizedTest
    @ValueSource(strings = {"404", "400"})
    void aPortalOfTheYearBeforeIsSpokenToInItsOwnVersionAndNeverInALegacyOne(String unknown) {
        switches.set("api-versions", "2026-03");
        switches.set("unknown-version", unknown);

        Crm crm = open(oauth());

        assertThat(crm.warnings()).hasSize(1);
        assertThat(create(crm, Fields.of("lastname", "Doe"))).isInstanceOf(Written.class);
        assertThat(line.asks()).noneMatch(ask -> ask.path().matches(".*/v[1-4]/.*"));
    }

    @ParameterizedTest
    @CsvSource({
        "required-property,    company,                       MISSING_VALUE, company",
        "conditional-property, lifecyclestage=customer:phone, MISSING_VALUE, phone",
        "longest-value,        lastname:3,                    INVALID_VALUE, lastname"
    })
    void aRuleOfTheAdminParksTheRowAndNamesTheProperty(String rule, String value, FailureKind kind, String property) {
        Crm crm = open(Map.of("token", "pat-1"));
        switches.set(rule, value);

        WriteOutcome outcome = create(crm, Fields.of("lastname", "Long").with(Fields.of("lifecyclestage", "customer")));

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.field()).contains(FieldName.of(property));
        });
    }

    @Test
    void aRefreshTokenThatIsReplacedWithEachUseOutlivesRenewalsAndRestarts() {
        switches.set("rotate-refresh-token", "on");
        Map<String, String> configured = oauth();
        String first = portal.refreshToken();

        Crm crm = open(configured);
        for (int i = 0; i < 3; i++) {
            time.sleep(Duration.ofHours(1));
            assertThat(crm.reader().byKeys(List.of("k"))).isEmpty();
        }
        Crm restarted = open(configured);

        assertThat(restarted.account()).isEqualTo("4711");
        assertThat(tokens.newestOf(new Secret(first))).contains(new Secret(portal.refreshToken()));
        assertThat(line.asks().stream().filter(ask -> ask.path().endsWith("/token")))
                .hasSize(5);
    }

    @Test
    void inAMinuteAtFullLoadNoCallIsRefusedAndNoneIsGivenAway() {
        Crm crm = open(Map.of("token", "pat-1"));
        line.latency(Duration.ofMillis(2));
        Cursor listed = crm.changes().read(Cursor.START).next();
        Instant end = time.instant().plus(Duration.ofMinutes(1));

        for (int i = 0; time.instant().isBefore(end); i++) {
            if (i % 40 == 0) {
                crm.changes().read(listed);
            } else {
                create(crm, Fields.of("lastname", "Doe-" + i));
            }
        }

        assertThat(portal.usage().refused()).isZero();
        assertThat(portal.usage().calls()).isGreaterThan(6 * 190);
    }

    private Map<String, String> oauth() {
        return Map.of("client-id", "client", "client-secret", "secret", "refresh-token", portal.refreshToken());
    }

    private Crm open(Map<String, String> login) {
        Map<String, String> settings = new HashMap<>(login);
        settings.put("url", "http://portal.test");
        Wanted.Type wanted = new Wanted.Type(
                FieldName.of("smarketing_key"),
                Optional.of(FieldName.of("lifecyclestage")),
                Set.of(FieldName.of("email"), FieldName.of("lastname")));
        OkHttpClient client = new OkHttpClient.Builder().addInterceptor(line).build();
        return new HubSpotProvider(client)
                .open(
                        new CrmId("hubspot"),
                        new Settings(settings),
                        new Wanted(Map.of(CONTACT, wanted)),
                        time.surroundings(tokens));
    }

    private static WriteOutcome create(Crm crm, Fields fields) {
        return crm.writer()
                .write(List.of(new WriteCommand.Create(CONTACT, "k", fields, Lane.FIELDS)))
                .get(0);
    }
}
