package io.smarketing.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec.Trait;
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
}
