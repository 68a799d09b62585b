package io.smarketing.hubspot.contract;

import io.smarketing.testkit.crm.contract.CrmContract;
import io.smarketing.testkit.crm.contract.CrmLab;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The contract under each behaviour of HubSpot of which no reliable source tells which is the true one. */
final class HubSpotContractTest {

    @Nested
    final class AsDocumented implements CrmContract {

        private final PortalLab lab = new PortalLab(Map.of());

        @Override
        public CrmLab lab() {
            return lab;
        }
    }

    @Nested
    final class TheOtherWay implements CrmContract {

        private final PortalLab lab = new PortalLab(Map.of(
                "batch-order", "reversed",
                "cleared-reads", "empty",
                "unique-conflict", "400",
                "number-error", "INVALID_NUMBER",
                "number-format", "stripped",
                "same-value-touches", "true",
                "neq-matches-blank", "true",
                "search-secondary-email", "true",
                "email-upsert", "blanks",
                "history-batch", "50"));

        @Override
        public CrmLab lab() {
            return lab;
        }
    }

    @Nested
    final class Stricter implements CrmContract {

        private final PortalLab lab = new PortalLab(Map.of(
                "batch-order", "shuffled",
                "email-upsert", "strict",
                "get-secondary-email", "false",
                "upsert-secondary-email", "false",
                "retry-after", "true"));

        @Override
        public CrmLab lab() {
            return lab;
        }
    }

    @Nested
    final class DepartingOtherwise implements CrmContract {

        private final PortalLab lab = new PortalLab(Map.of(
                "merge-archives", "true",
                "archived-order", "reversed",
                "search-total", "capped",
                "association-page", "2",
                "backward-stage", "error",
                "clear-stage-dates", "true"));

        @Override
        public CrmLab lab() {
            return lab;
        }
    }

    @Nested
    final class WithTheWinnersId implements CrmContract {

        private final PortalLab lab =
                new PortalLab(Map.of("merge-id", "winner", "merge-archives", "true", "backward-stage", "accepted"));

        @Override
        public CrmLab lab() {
            return lab;
        }
    }

    @Nested
    final class OfCompanies implements CrmContract {

        private final PortalLab lab = PortalLab.ofCompanies(Map.of());

        @Override
        public CrmLab lab() {
            return lab;
        }
    }

    @Nested
    final class OfCompaniesTheOtherWay implements CrmContract {

        private final PortalLab lab = PortalLab.ofCompanies(Map.of(
                "batch-order", "shuffled",
                "cleared-reads", "empty",
                "unique-conflict", "400",
                "same-value-touches", "true",
                "merge-archives", "true",
                "archived-order", "reversed",
                "search-total", "capped"));

        @Override
        public CrmLab lab() {
            return lab;
        }
    }
}
