package io.smarketing.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** What the schema tells of permissions that the integration user lacks. */
class PermissionTest {

    private static final FieldName CITY = FieldName.of("City");

    private final SandboxOrg org = new SandboxOrg();

    private Schema schema() {
        return org.crm.renewed().schema();
    }

    @Test
    void aFieldThatWeMayOnlyReadIsLockedAndOneThatNobodyCanWriteIsNot() {
        org.switches.set("readonly-field", "Lead.City");

        assertThat(schema().fields(StubOrg.LEAD).get(CITY).is(Trait.LOCKED)).isTrue();
        assertThat(schema().fields(StubOrg.LEAD).get(FieldName.of("Company")).is(Trait.LOCKED))
                .isFalse();
        assertThat(schema().fields(StubOrg.LEAD)
                        .get(FieldName.of("IsConverted"))
                        .is(Trait.LOCKED))
                .isFalse();
    }

    @Test
    void aHiddenFieldIsNoPartOfTheSchemaAndTheRemedyIsAPermissionSet() {
        org.switches.set("hide-field", "Lead.City");

        assertThat(schema().fields(StubOrg.LEAD)).doesNotContainKey(CITY);
        assertThat(schema().remedy(StubOrg.LEAD, CITY)).contains("by a permission set");
    }

    @Test
    void whatAnOrgDoesNotHaveIsNeverNamedInAQuery() {
        // without multi-currency there is no such field, and a query that names it fails as a whole
        Wanted wanted = new Wanted(Map.of(
                StubOrg.LEAD,
                new Wanted.Type(
                        FieldName.of("Smarketing_Key__c"),
                        Optional.empty(),
                        Set.of(FieldName.of("LastName"), FieldName.of("CurrencyIsoCode")))));
        OkHttpClient client =
                new OkHttpClient.Builder().addInterceptor(org.line).build();
        Crm crm = new SalesforceProvider(client)
                .open(
                        StubOrg.SALES,
                        StubOrg.settingsAt("http://org.test", "client-secret", "s3cret"),
                        wanted,
                        org.time.surroundings());

        assertThat(crm.changes().read(Cursor.START).caughtUp()).isTrue();
    }

    @Test
    void timesAreReadInTheOrgsOwnZone() {
        assertThat(schema().zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
    }

    @Test
    void theSetsThatGrantAFieldAreNamed() {
        BareOrg bare = new BareOrg();
        FieldName stamp = FieldName.of("Smarketing_MQL_At__c");
        OwnField field = new OwnField(
                Map.of(BareOrg.LEAD, stamp, BareOrg.CONTACT, stamp),
                "MQL at",
                "Help.",
                FieldType.DATETIME,
                0,
                List.of(),
                Purpose.STAMP);
        bare.open().provisioner().orElseThrow().make(new Blueprint(List.of(field), List.of()));

        assertThat(bare.open().schema().remedy(BareOrg.LEAD, stamp))
                .contains("'Smarketing Integration'", "'Smarketing Rep' (to read)");
    }
}
