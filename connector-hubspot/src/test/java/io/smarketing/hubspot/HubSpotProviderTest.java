package io.smarketing.hubspot;

import static io.smarketing.hubspot.Stub.ok;
import static io.smarketing.hubspot.Stub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubSpotProviderTest {

    private final Stub stub = new Stub();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(CrmProvider.class)).anyMatch(p -> p.type().equals("hubspot"));
    }

    @Test
    void tellsAccountFieldsAndOwners() {
        Crm crm = stub.open();

        assertThat(crm.account()).isEqualTo("4711");
        assertThat(crm.schema().ownerId(new Email("rep-1@example.com"))).contains("7");
        assertThat(crm.schema().ownerEmail("7")).contains(new Email("rep-1@example.com"));
        assertThat(crm.schema().ownerEmail("8")).isEmpty();
        assertThat(crm.quota().calls()).isEqualTo(3);
    }

    @Test
    void readsWhatMayBeDoneWithAProperty() {
        stub.properties(
                "{'name':'email','type':'string','fieldType':'text'}",
                "{'name':'agree','type':'enumeration','fieldType':'booleancheckbox','options':[{'value':'true'}]}",
                "{'name':'topics','type':'enumeration','fieldType':'checkbox','options':[{'value':'b','displayOrder':1},{'value':'a','displayOrder':0}]}",
                "{'name':'approver','type':'enumeration','fieldType':'select','referencedObjectType':'OWNER'}",
                "{'name':'phone','type':'string','fieldType':'phonenumber'}",
                "{'name':'score','type':'number','fieldType':'calculation_equation','calculated':true}",
                "{'name':'born','type':'date','fieldType':'date'}");
        Map<FieldName, FieldSpec> fields = stub.open().schema().fields(Stub.CONTACT);

        assertThat(fields.get(FieldName.of("email")).type()).isEqualTo(FieldType.EMAIL);
        assertThat(fields.get(FieldName.of("email")).traits()).contains(Trait.UNIQUE, Trait.UPDATABLE);
        assertThat(fields.get(FieldName.of("email")).maxLength()).hasValue(65_536);
        assertThat(fields.get(FieldName.of("agree")).type()).isEqualTo(FieldType.BOOLEAN);
        assertThat(fields.get(FieldName.of("agree")).traits())
                .contains(Trait.BLANKABLE)
                .doesNotContain(Trait.RESTRICTED);
        assertThat(fields.get(FieldName.of("topics")).type()).isEqualTo(FieldType.MULTI_PICKLIST);
        assertThat(fields.get(FieldName.of("topics")).options()).containsExactly("a", "b");
        assertThat(fields.get(FieldName.of("topics")).traits()).contains(Trait.RESTRICTED);
        assertThat(fields.get(FieldName.of("approver")).type()).isEqualTo(FieldType.OWNER);
        assertThat(fields.get(FieldName.of("phone")).type()).isEqualTo(FieldType.PHONE);
        assertThat(fields.get(FieldName.of("score")).traits()).doesNotContain(Trait.CREATABLE, Trait.UPDATABLE);
        assertThat(fields.get(FieldName.of("born")).type()).isEqualTo(FieldType.DATE);
    }

    @Test
    void refusesAnotherPortalByNumber() {
        assertThatThrownBy(() -> stub.open(Map.of("token", "t", "portal", "99")))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("portal 4711")
                .hasMessageContaining("portal 99");
    }

    @Test
    void aWrongTokenIsSaidPlainly() {
        stub.answer("/account-info/2026-09/details", status(401, "{'category':'INVALID_AUTHENTICATION'}"));

        assertThatThrownBy(stub::open).isInstanceOfSatisfying(CrmException.class, e -> {
            assertThat(e.kind()).isEqualTo(FailureKind.WRONG_CREDENTIALS);
            assertThat(e).hasMessageContaining("'token'").hasMessageNotContaining("pat-secret");
        });
    }

    @Test
    void aMissingScopeIsNamed() {
        stub.answer(
                "/crm/owners/2026-09",
                status(
                        403,
                        "{'category':'MISSING_SCOPES','errors':[{'context':{'requiredGranularScopes':['crm.objects.owners.read']}}]}"));

        assertThatThrownBy(stub::open).isInstanceOfSatisfying(CrmException.class, e -> {
            assertThat(e.kind()).isEqualTo(FailureKind.FORBIDDEN);
            assertThat(e).hasMessageContaining("crm.objects.owners.read");
        });
    }

    @Test
    void logsInByRefreshToken() {
        stub.answer("/oauth/2026-09/token", ok("{'access_token':'a','expires_in':1800,'refresh_token':'r2'}"));

        Crm crm = stub.open(Map.of("client-id", "c", "client-secret", "s", "refresh-token", "r"));

        assertThat(crm.account()).isEqualTo("4711");
    }

    @Test
    void aRefusedRefreshTokenIsSaidPlainly() {
        stub.answer("/oauth/2026-09/token", status(400, "{'error':'invalid_grant','status':'BAD_REFRESH_TOKEN'}"));

        assertThatThrownBy(() -> stub.open(Map.of("client-id", "c", "client-secret", "s", "refresh-token", "r-secret")))
                .isInstanceOfSatisfying(CrmException.class, e -> {
                    assertThat(e.kind()).isEqualTo(FailureKind.WRONG_CREDENTIALS);
                    assertThat(e).hasMessageContaining("BAD_REFRESH_TOKEN").hasMessageNotContaining("r-secret");
                });
    }

    @Test
    void settingsThatContradictAreSaidPlainly() {
        HubSpotProvider provider = new HubSpotProvider();

        assertThat(provider.check(new Settings(Map.of("token", "t")))).isEmpty();
        assertThat(provider.check(new Settings(Map.of())))
                .singleElement()
                .asString()
                .contains("'token'");
        assertThat(provider.check(new Settings(Map.of("token", "t", "client-id", "c"))))
                .singleElement()
                .asString()
                .contains("not both");
        assertThat(provider.check(new Settings(Map.of("client-id", "c"))))
                .containsExactly("OAuth also needs client-secret and refresh-token");
        assertThat(provider.check(new Settings(Map.of("token", "t", "api-version", "v3"))))
                .singleElement()
                .asString()
                .contains("2026-09");
    }
}
