package io.smarketing.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.sandbox.kernel.Ask;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the connector learns how many calls of the day are used. */
class AllowanceTest {

    private final SandboxOrg org = new SandboxOrg();

    private long asked() {
        return org.line.asks().stream()
                .filter(ask -> ask.path().endsWith("/limits"))
                .count();
    }

    @Test
    void theOrgIsAskedOnceAndAfterwardsTellsByItself() {
        org.pages(Cursor.START);
        org.time.sleep(Duration.ofMinutes(10));
        org.pages(Cursor.START);
        org.pages(Cursor.START);

        assertThat(asked()).isEqualTo(1);
        assertThat(org.crm.quota().dailyUsed()).hasValue(org.crm.quota().calls() - 1);
    }

    @Test
    void whereAnswersDoNotTellTheOrgIsAskedAgainAfterAWhile() {
        org.switches.set("no-limit-info", "true");
        Crm crm = org.open(Runnable::run);
        QuotaUse first = crm.quota();
        assertThat(first.dailyLimit()).hasValue(100_000);
        assertThat(first.dailyUsed()).isPresent();
        long before = asked();

        crm.changes().read(Cursor.START);
        crm.changes().read(Cursor.START);
        assertThat(asked()).isEqualTo(before);

        org.time.sleep(Duration.ofMinutes(16));
        crm.changes().read(Cursor.START);
        crm.changes().read(Cursor.START);
        assertThat(asked()).isEqualTo(before + 1);
        assertThat(crm.quota().dailyUsed().orElseThrow())
                .isGreaterThan(first.dailyUsed().orElseThrow());
    }

    @Test
    void whatItToldCountsAgainstTheBudget() {
        org.switches.set("no-limit-info", "true");
        org.switches.set("daily-limit", "8");

        assertThatThrownBy(() -> org.open(Runnable::run))
                .isInstanceOfSatisfying(
                        CrmException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.QUOTA_USED_UP));
        List<Ask> asks = org.line.asks();
        assertThat(asks.get(asks.size() - 1).path()).endsWith("/limits");
    }
}
