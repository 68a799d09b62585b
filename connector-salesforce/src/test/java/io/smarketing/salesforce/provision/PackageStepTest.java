package io.smarketing.salesforce.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Part.State;
import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.core.lead.FieldType;
import io.smarketing.salesforce.BareOrg;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** The card and the quick action come to the org as a package, which is checked before it is deployed. */
class PackageStepTest {

    private static final Blueprint ALL = OrgProvisionerTest.ALL;

    private final BareOrg org = new BareOrg();

    @Test
    void aPlanHasTheOrgCheckThePackageAndDeploysNothing() {
        assertThat(components(org.open().provisioner().orElseThrow().plan(ALL)))
                .hasSize(6)
                .allMatch(part -> part.is(State.MISSING));
        assertThat(deployments()).containsExactly("checkOnly>true");
    }

    @Test
    void itIsCheckedBeforeItIsDeployedAndNotDeployedTwice() {
        assertThat(components(make(ALL))).allMatch(part -> part.is(State.MADE));
        assertThat(deployments()).containsExactly("checkOnly>true", "checkOnly>false", "checkOnly>true");

        org.line.asks().clear();
        assertThat(components(make(ALL))).allMatch(part -> part.is(State.PRESENT));
        assertThat(deployments()).containsExactly("checkOnly>true");
    }

    @Test
    void anotherFieldInTheConfigurationBringsAnotherPackage() {
        make(ALL);
        List<OwnField> fields = new ArrayList<>(ALL.fields());
        fields.add(OrgProvisionerTest.field("Smarketing_Grade__c", FieldType.TEXT, 9, List.of(), Purpose.QUALITY));

        assertThat(components(make(new Blueprint(fields, ALL.lists()))))
                .filteredOn(part -> part.is(State.MADE))
                .extracting(Part::name)
                .containsExactly("smarketingLead");
    }

    @Test
    void howAnAdminWordsAnActionIsTheAdminsOwn() {
        make(ALL);
        Interceptor reworded = replacing(
                "<changed>false</changed><componentType>QuickAction",
                "<changed>true</changed><componentType>QuickAction");

        assertThat(components(org.open(reworded).provisioner().orElseThrow().make(ALL)))
                .allMatch(part -> part.is(State.PRESENT));
    }

    @Test
    void aDeploymentIsAwaited() {
        org.switches.set("deploy-looks", "4");

        assertThat(components(make(ALL))).allMatch(part -> part.is(State.MADE));
        assertThat(looks()).isEqualTo(3 * 4);
    }

    @Test
    void theWaitHasAnEnd() {
        org.switches.set("deploy-looks", "1000000");
        Provisioner provisioner = org.open().provisioner().orElseThrow();

        assertThatThrownBy(() -> provisioner.plan(ALL))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("Deployment Status");
        assertThat(looks()).isBetween(60L, 70L);
    }

    @Test
    void aLostAnswerIsNotSentAgainAndTheNextLookTells() {
        Interceptor cut = chain -> {
            var response = chain.proceed(chain.request());
            if (body(chain).contains("checkOnly>false")) {
                throw new IOException("connection reset");
            }
            return response;
        };

        assertThat(components(org.open(cut).provisioner().orElseThrow().make(ALL)))
                .allMatch(part -> part.is(State.MADE));
        assertThat(deployments()).containsExactly("checkOnly>true", "checkOnly>false", "checkOnly>true");
    }

    @Test
    void whatTheOrgRefusesIsToldAndTheRestOfTheSetUpIsMade() {
        Interceptor refusing = replacing(
                "<fullName>smarketingCard</fullName><success>true",
                "<fullName>smarketingCard</fullName><problem>No card today</problem><problemType>Error</problemType>"
                        + "<success>false");

        List<Part> made = org.open(refusing).provisioner().orElseThrow().make(ALL);

        assertThat(made)
                .filteredOn(part -> part.name().equals("smarketingCard"))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.state()).isEqualTo(State.DIFFERENT);
                    assertThat(part.remark()).isEqualTo("Salesforce says: No card today");
                });
        assertThat(made)
                .filteredOn(part -> part.name().equals("Smarketing_Leads"))
                .allMatch(p -> p.is(State.MADE));
    }

    @Test
    void aPackageThatIsRefusedAsAWholeIsToldOfEachComponent() {
        Interceptor broken = chain -> {
            String body = body(chain).replaceAll("ZipFile>[^<]*", "ZipFile>AAAA");
            return chain.proceed(chain.request()
                    .newBuilder()
                    .method(
                            chain.request().method(),
                            body.isEmpty() ? null : RequestBody.create(body, MediaType.get("text/xml")))
                    .build());
        };

        assertThat(components(org.open(broken).provisioner().orElseThrow().plan(ALL)))
                .hasSize(6)
                .allMatch(part -> part.is(State.DIFFERENT))
                .allMatch(part -> part.remark().contains("No package.xml found"));
    }

    @Test
    void reportTypesShowTheFieldsThatAreThere() {
        List<Part> made = make(ALL);

        assertThat(made)
                .filteredOn(part -> part.kind().equals("report type"))
                .extracting(Part::name, Part::state)
                .containsExactly(tuple("Smarketing_Leads", State.MADE), tuple("Smarketing_Contacts", State.MADE));
        assertThat(org.line.asks())
                .filteredOn(ask ->
                        ask.body().contains("createMetadata") && ask.body().contains("ReportType"))
                .singleElement()
                .satisfies(ask ->
                        assertThat(ask.body()).contains("Smarketing_Verdict__c").doesNotContain("Smarketing_Key__c"));
    }

    private List<Part> make(Blueprint blueprint) {
        return org.open().provisioner().orElseThrow().make(blueprint);
    }

    private static List<Part> components(List<Part> parts) {
        return parts.stream()
                .filter(p -> p.kind().equals("web component") || p.kind().equals("quick action"))
                .toList();
    }

    private List<String> deployments() {
        return org.line.asks().stream()
                .map(ask -> ask.body())
                .filter(body -> body.contains("ZipFile"))
                .map(body -> body.replaceAll("(?s).*(checkOnly>(true|false)).*", "$1"))
                .toList();
    }

    private long looks() {
        return org.line.asks().stream()
                .filter(ask -> ask.body().contains("checkDeployStatus"))
                .count();
    }

    private static Interceptor replacing(String word, String other) {
        return chain -> {
            var response = chain.proceed(chain.request());
            MediaType type = response.body().contentType();
            String told = response.body().string().replace(word, other);
            return response.newBuilder().body(ResponseBody.create(told, type)).build();
        };
    }

    private static String body(Interceptor.Chain chain) throws IOException {
        Buffer buffer = new Buffer();
        if (chain.request().body() != null) {
            chain.request().body().writeTo(buffer);
        }
        return buffer.readUtf8();
    }
}
