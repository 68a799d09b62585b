package io.smarketing.hubspot.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.push.Hints;
import io.smarketing.core.crm.push.Push;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhooksTest {

    private static final String URL = "https://connector.example.com/hubspot/webhooks";
    private static final String SECRET = "an-app-s-secret";
    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final InstantSource CLOCK = () -> NOW;
    private static final CrmId CRM = new CrmId("hubspot");
    private static final Set<RecordType> KEPT = Set.of(new RecordType("contact"), new RecordType("company"));

    private static WebhookSettings settings(String... namesAndValues) {
        return new WebhookSettings(new Settings(
                namesAndValues.length == 2
                        ? Map.of(namesAndValues[0], namesAndValues[1])
                        : Map.of(namesAndValues[0], namesAndValues[1], namesAndValues[2], namesAndValues[3])));
    }

    private static RecordRef contact(String id) {
        return ref("contact", id);
    }

    private static RecordRef ref(String type, String id) {
        return new RecordRef(CRM, new RecordType(type), id);
    }

    private final Push webhooks = Webhooks.of(
                    settings("webhook-url", URL, "webhook-secret", SECRET), "4711", CLOCK, CRM, KEPT)
            .orElseThrow();

    private Optional<Hints> read(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String time = Long.toString(NOW.toEpochMilli());
        String signature = new Signature(new Secret(SECRET), URL, CLOCK).of("POST", bytes, time);
        return webhooks.read(Map.of(Signature.HEADER, signature, Signature.TIME, time), bytes);
    }

    private Hints hints(String... events) {
        return read("[" + String.join(",", events).replace('\'', '"') + "]").orElseThrow();
    }

    private List<String> touched(String... events) {
        return hints(events).touched().stream().map(RecordRef::id).toList();
    }

    @Test
    void tellsNothingOfACallThatIsNotSigned() {
        byte[] body = "[]".getBytes(StandardCharsets.UTF_8);
        assertThat(webhooks.read(Map.of(), body)).isEmpty();
        assertThat(webhooks.read(Map.of(Signature.HEADER, "x", Signature.TIME, "1"), body))
                .isEmpty();
    }

    @Test
    void namesTheContactsOfEachKindOfEvent() {
        assertThat(webhooks.path()).isEqualTo("/hubspot/webhooks");
        assertThat(touched("{'portalId':4711,'subscriptionType':'contact.creation','objectId':20000000001}"))
                .containsExactly("20000000001");
        assertThat(touched("{'portalId':4711,'eventType':'contact.propertyChange','objectId':7}"))
                .containsExactly("7");
        assertThat(
                        touched(
                                "{'portalId':4711,'subscriptionType':'object.propertyChange','objectTypeId':'0-1','objectId':8}"))
                .containsExactly("8");
        assertThat(touched("{'portalId':4711,'subscriptionType':'contact.merge','objectId':1,"
                        + "'primaryObjectId':1,'mergedObjectIds':[2,3],'newObjectId':4}"))
                .containsExactly("1", "2", "3", "4");
        assertThat(touched("{'portalId':4711,'subscriptionType':'contact.associationChange',"
                        + "'associationType':'CONTACT_TO_DEAL','fromObjectId':5,'toObjectId':6}"))
                .containsExactly("5", "6");
        assertThat(touched("{'portalId':4711,'subscriptionType':'company.associationChange',"
                        + "'associationType':'DEAL_TO_CONTACT','fromObjectId':6,'toObjectId':5}"))
                .containsExactly("5", "6");
    }

    @Test
    void namesTheRecordsOfAllTypesThatCanBeKeptInStep() {
        assertThat(hints(
                                "{'portalId':4711,'subscriptionType':'company.propertyChange','objectId':9}",
                                "{'portalId':4711,'subscriptionType':'object.creation','objectTypeId':'0-2','objectId':8}",
                                "{'portalId':4711,'subscriptionType':'company.associationChange',"
                                        + "'associationType':'COMPANY_TO_CONTACT','fromObjectId':7,'toObjectId':5}",
                                "{'portalId':4711,'subscriptionType':'object.associationChange','objectTypeId':'0-1',"
                                        + "'fromObjectTypeId':'0-1','fromObjectId':4,'toObjectTypeId':'0-2','toObjectId':3}")
                        .touched())
                .containsExactlyInAnyOrder(
                        ref("company", "9"),
                        ref("company", "8"),
                        ref("company", "7"),
                        contact("5"),
                        contact("4"),
                        ref("company", "3"));
    }

    @Test
    void whatIsOfATypeThatIsNotMappedIsNamedBesideTheRest() {
        assertThat(hints(
                                "{'portalId':4711,'subscriptionType':'deal.propertyChange','objectId':9}",
                                "{'portalId':4711,'subscriptionType':'contact.propertyChange','objectId':5}")
                        .touched())
                .containsExactlyInAnyOrder(ref("deal", "9"), contact("5"));
    }

    @Test
    void whatIsOfNoKnownTypeWakesAndNamesNobody() {
        Hints hints = hints(
                "{'portalId':4711,'subscriptionType':'object.creation','objectTypeId':'2-3','objectId':9}",
                "{'portalId':4711,'subscriptionType':'of.a.later.time','objectId':9}");
        assertThat(hints.news()).isTrue();
        assertThat(hints.touched()).isEmpty();
    }

    @Test
    void aPrivacyDeletionIsNoMereTouch() {
        Hints hints = hints(
                "{'portalId':4711,'subscriptionType':'contact.privacyDeletion','objectId':9,'appId':1,"
                        + "'changeSource':'API','sourceId':'1'}",
                "{'portalId':4711,'subscriptionType':'contact.creation','objectId':8}");
        assertThat(hints.erased()).containsExactly(contact("9"));
        assertThat(hints.touched()).containsExactly(contact("8"));
    }

    @Test
    void whatTheAppDidItselfIsNoNews() {
        String change = "{'portalId':4711,'subscriptionType':'contact.propertyChange','objectId':9,";
        assertThat(hints(change + "'appId':1,'changeSource':'INTEGRATION','sourceId':'1'}"))
                .isEqualTo(new Hints(false, Set.of(), Set.of()));
        assertThat(touched(change + "'appId':1,'changeSource':'INTEGRATION','sourceId':'2'}"))
                .as("another app")
                .containsExactly("9");
        assertThat(touched(change + "'appId':1,'changeSource':'CRM_UI','sourceId':'1'}"))
                .containsExactly("9");
        assertThat(touched(change + "'changeSource':'INTEGRATION'}")).containsExactly("9");
    }

    @Test
    void anAppsEventsOfOtherPortalsAreNotOurs() {
        assertThat(hints("{'portalId':4712,'subscriptionType':'contact.privacyDeletion','objectId':9}"))
                .isEqualTo(new Hints(false, Set.of(), Set.of()));
    }

    @Test
    void strangeEventsAreReadAsFarAsTheyGo() {
        Hints hints = hints(
                "null",
                "[]",
                "7",
                "{}",
                "{'portalId':'4711','subscriptionType':7,'objectId':{}}",
                "{'portalId':4711,'subscriptionType':'contact.creation','objectId':'../../x'}",
                "{'portalId':4711,'subscriptionType':'contact.creation','objectId':1.5}",
                "{'portalId':4711,'subscriptionType':'contact.merge','mergedObjectIds':'7'}");
        assertThat(hints.touched()).isEmpty();
        assertThat(hints.erased()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "nonsense", "[", "7"})
    void whatIsSignedAndNoArrayIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "webhook-url, https://c.example.com/h, also needs 'webhook-secret'",
        "webhook-secret, x, also needs 'webhook-url'",
        "webhook-url, https://c.example.com, needs a path",
        "webhook-url, https://c.example.com/, needs a path"
    })
    void whatIsMissingIsSaid(String name, String value, String problem) {
        assertThat(settings(name, value).problems())
                .anySatisfy(p -> assertThat(p).contains(problem));
    }

    @Test
    void theSecretOfAnOauthAppNeedNotBeGivenTwice() {
        assertThat(settings("webhook-url", URL, "client-secret", SECRET).problems())
                .isEmpty();
        assertThat(Webhooks.of(settings("client-secret", SECRET), "4711", CLOCK, CRM, KEPT))
                .isEmpty();
    }
}
