package io.smarketing.salesforce.contract;

import io.smarketing.core.crm.record.Subject;
import io.smarketing.testkit.crm.contract.CrmContract;
import io.smarketing.testkit.crm.contract.CrmLab;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The contract under each behaviour of Salesforce of which no reliable source tells which is the true one. */
final class SalesforceContractTest {

    @Nested
    final class AsDocumented implements CrmContract {

        private final OrgLab lab = new OrgLab(Map.of());

        @Override
        public CrmLab lab() {
            return lab;
        }
    }

    @Nested
    final class TheOtherWay implements CrmContract {

        private final OrgLab lab = new OrgLab(Map.of(
                "conversion-drops-fields", "true",
                "undelete-keeps-stamp", "true",
                "cascade-keeps-stamp", "true",
                "mixed-types-unlimited", "true",
                "composite-heavy-unlimited", "true",
                "normalise-line-ends", "true"));

        @Override
        public CrmLab lab() {
            return lab;
        }
    }

    @Nested
    final class WithHistoryAndBusyRows implements CrmContract {

        private final OrgLab lab = new OrgLab(Map.of("track-history", "Lead.City", "lock-rows", "2"));

        @Override
        public CrmLab lab() {
            return lab;
        }
    }

    @Nested
    final class WhereConversionsLeaveNoTrace implements CrmContract {

        private final OrgLab lab = new OrgLab(Map.of("convert-keeps-stamp", "true", "edit-converted-leads", "true"));

        @Override
        public CrmLab lab() {
            return lab;
        }
    }

    @Nested
    final class OfCompanies implements CrmContract {

        private final OrgLab lab = new OrgLab(Subject.COMPANIES, Map.of());

        @Override
        public CrmLab lab() {
            return lab;
        }
    }

    @Nested
    final class OfCompaniesTheOtherWay implements CrmContract {

        private final OrgLab lab = new OrgLab(
                Subject.COMPANIES,
                Map.of(
                        "undelete-keeps-stamp", "true",
                        "mixed-types-unlimited", "true",
                        "track-history", "Account.BillingCity",
                        "lock-rows", "2"));

        @Override
        public CrmLab lab() {
            return lab;
        }
    }
}
