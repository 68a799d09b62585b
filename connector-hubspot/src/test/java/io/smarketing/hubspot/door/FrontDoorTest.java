package io.smarketing.hubspot.door;

import static io.smarketing.hubspot.Stub.ok;
import static io.smarketing.hubspot.Stub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.crm.open.TokenKeep;
import io.smarketing.hubspot.Stub;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a portal is entered: by which version of the API, and by which token. */
class FrontDoorTest {

    private static final Map<String, String> OAUTH =
            Map.of("client-id", "c", "client-secret", "s", "refresh-token", "first");
    private static final String TOKEN = "/oauth/2026-09/token";

    private final Stub stub = new Stub();
    private final TokenKeep tokens = TokenKeep.inMemory();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void thePreferredVersionGivesNoWarning() {
        assertThat(stub.open().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void aPortalThatDoesNotKnowTheVersionIsSpokenToInTheOneBefore(int unknown) {
        stub.answer("/account-info/2026-09/details", status(unknown, "{'category':'OBJECT_NOT_FOUND'}"));
        knows("2026-03");

        Crm crm = stub.open();
        stub.answer("/crm/objects/2026-03/0-1/batch/read", ok("{'results':[]}"));
        crm.reader().byKeys(List.of("k"));

        assertThat(crm.account()).isEqualTo("4711");
        assertThat(crm.warnings()).singleElement().asString().contains("2026-09", "2026-03 is spoken");
        assertThat(crm.renewed().account()).isEqualTo("4711");
        assertThat(stub.requests()).extracting(r -> r.getUrl()).allMatch(url -> url.contains("/2026-03"));
    }

    @Test
    void aVersionThatTheAdminSetsIsSpokenOrNone() {
        stub.answer("/account-info/2026-09/details", status(404, "{}"));
        knows("2026-03");

        assertThatThrownBy(() -> stub.open(Map.of("token", "t", "api-version", "2026-09")))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("2026-09")
                .hasMessageContaining("'api-version'");
        assertThat(stub.open(Map.of("token", "t", "api-version", "2026-03")).warnings())
                .isEmpty();
    }

    @Test
    void aWrongTokenIsNotTakenForAnUnknownVersion() {
        stub.answer("/account-info/2026-09/details", status(401, "{}"));
        knows("2026-03");

        assertThatThrownBy(stub::open).hasMessageContaining("refuses the token");
    }

    @Test
    void aTokenOfAnotherPortalIsRefusedBeforeAnythingElseIsAsked() {
        assertThatThrownBy(() -> stub.open(Map.of("token", "t", "portal", "99")))
                .hasMessageContaining("portal 4711");

        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void aTokenIsFetchedByTheVersionThatIsKnown() {
        stub.answer(TOKEN, status(404, "{}"));
        stub.answer("/account-info/2026-09/details", status(404, "{}"));
        stub.answer("/oauth/2026-03/token", ok("{'access_token':'a','expires_in':1800}"));
        knows("2026-03");

        assertThat(stub.open(OAUTH).account()).isEqualTo("4711");
    }

    @Test
    void aReplacedRefreshTokenIsKeptForTheNextStart() {
        stub.answer(TOKEN, granted("second"));
        open();
        assertThat(tokens.newestOf(new Secret("first"))).contains(new Secret("second"));

        stub.answer(TOKEN, granted("third"));
        open();

        assertThat(refreshTokensSent()).containsExactly("second");
        assertThat(tokens.newestOf(new Secret("first"))).contains(new Secret("third"));
    }

    @Test
    void anInstallationAnewMakesTheKeptTokenWorthless() {
        tokens.keep(new Secret("before"), new Secret("worthless"));
        stub.answer(TOKEN, granted("first"));

        open();

        assertThat(refreshTokensSent()).containsExactly("first");
        assertThat(tokens.newestOf(new Secret("first"))).isEmpty();
    }

    @Test
    void aTokenThatAnotherProcessUsedUpMeanwhileIsTriedOnceMoreAsThatOneLeftIt() {
        Secret first = new Secret("first");
        TokenKeep shared = new TokenKeep() {
            private int asked;

            @Override
            public Optional<Secret> newestOf(Secret configured) {
                return asked++ == 0 ? Optional.empty() : Optional.of(new Secret("second"));
            }

            @Override
            public void keep(Secret configured, Secret newest) {}
        };
        stub.answer(TOKEN, status(400, "{'error':'invalid_grant','status':'BAD_REFRESH_TOKEN'}"), granted("second"));

        assertThat(stub.open(OAUTH, shared).account()).isEqualTo("4711");
        assertThat(shared.newestOf(first)).contains(new Secret("second"));
        assertThat(refreshTokensSent()).containsExactly("first", "second");
    }

    @Test
    void aRefusedRefreshTokenIsFinal() {
        stub.answer(TOKEN, status(400, "{'error':'invalid_grant','status':'BAD_REFRESH_TOKEN'}"));

        assertThatThrownBy(this::open).hasMessageContaining("install the app again");
        assertThat(refreshTokensSent()).containsExactly("first");
    }

    @Test
    void signsOfHubSpotsOwnSalesforceIntegrationAreAWarning() {
        stub.properties(
                "{'name':'email','type':'string','fieldType':'text'}",
                "{'name':'salesforceleadid','type':'string','fieldType':'text'}",
                "{'name':'salesforcelastsynctime','type':'datetime','fieldType':'date'}",
                "{'name':'salesforce_campaign','type':'string','fieldType':'text'}");

        assertThat(stub.open().warnings())
                .singleElement()
                .asString()
                .contains("salesforceleadid, salesforcelastsynctime", "duplicates")
                .doesNotContain("salesforce_campaign");
    }

    private void open() {
        stub.open(OAUTH, tokens);
    }

    private void knows(String version) {
        stub.answer("/account-info/" + version + "/details", ok("{'portalId':4711}"));
        stub.answer("/crm/properties/" + version + "/0-1", ok("{'results':[{'name':'our_key','type':'string'}]}"));
        stub.answer("/crm/owners/" + version, ok("{'results':[]}"));
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder granted(String refreshToken) {
        return ok("{'access_token':'a','expires_in':1800,'refresh_token':'" + refreshToken + "'}");
    }

    /** In the forms of the opening last made. */
    private List<String> refreshTokensSent() {
        return stub.tokenForms().stream()
                .map(form -> form.replaceAll(".*refresh_token=([^&]*).*", "$1"))
                .toList();
    }
}
