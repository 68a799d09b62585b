package io.smarketing.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.open.Budget;
import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.TokenKeep;
import io.smarketing.sandbox.kernel.Ask;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Logins by a refresh token, which the app may replace each time it is used. */
class RefreshTest {

    private final SandboxOrg org = new SandboxOrg();
    private final Secret configured = new Secret(org.org.refreshToken());
    private final TokenKeep keep = TokenKeep.inMemory();

    private Crm open(TokenKeep tokens) {
        Surroundings surroundings =
                new Surroundings(org.time, org.time, Runnable::run, new Random(7), Budget.DEFAULT, tokens);
        OkHttpClient client =
                new OkHttpClient.Builder().addInterceptor(org.line).build();
        return new SalesforceProvider(client)
                .open(
                        StubOrg.SALES,
                        StubOrg.settingsAt(
                                "http://org.test", "refresh-token", configured.reveal(), "client-secret", "s3cret"),
                        StubOrg.wanted("LastName", "Email"),
                        surroundings);
    }

    private List<String> tokenCalls() {
        return org.line.asks().stream()
                .filter(ask -> ask.path().endsWith("/token"))
                .map(Ask::body)
                .filter(form -> form.contains("grant_type=refresh_token"))
                .toList();
    }

    @Test
    void aTokenThatIsNotReplacedIsUsedAgain() {
        open(keep);
        open(keep);

        assertThat(keep.newestOf(configured)).isEmpty();
        assertThat(tokenCalls()).hasSize(2);
    }

    @Test
    void theTokenThatTakesItsPlaceIsKeptAndUsedByRenewalsAndRestarts() {
        org.switches.set("rotate-refresh-token", "true");
        Crm crm = open(keep);
        Secret second = keep.newestOf(configured).orElseThrow();

        org.switches.set("expire-sessions", "all");
        crm.reader().byKeys(List.of("k"));
        Secret third = keep.newestOf(configured).orElseThrow();
        open(keep);

        assertThat(List.of(configured, second, third)).doesNotHaveDuplicates();
        assertThat(tokenCalls()).hasSize(3);
    }

    @Test
    void withoutTheKeptOneItIsRefusedWithTheRemedyAndNotTriedAgain() {
        org.switches.set("rotate-refresh-token", "true");
        open(keep);

        assertThatThrownBy(() -> open(TokenKeep.inMemory()))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("set the new refresh-token")
                .hasMessageNotContaining(configured.reveal());
        assertThat(tokenCalls()).hasSize(2);
    }

    @Test
    void anotherProcessOfOursMayHaveUsedItUpMeanwhile() {
        org.switches.set("rotate-refresh-token", "true");
        TokenKeep late = new TokenKeep() {
            private boolean asked;

            @Override
            public Optional<Secret> newestOf(Secret of) {
                // what the other one keeps is seen from the second look on
                boolean first = !asked;
                asked = true;
                return first ? Optional.empty() : keep.newestOf(of);
            }

            @Override
            public void keep(Secret of, Secret newest) {
                keep.keep(of, newest);
            }
        };
        open(keep);

        assertThat(open(late).account()).isEqualTo(StubOrg.ORG);
    }
}
