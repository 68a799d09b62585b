package io.smarketing.salesforce.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Budget;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Part.State;
import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.core.crm.provision.WorkList;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldType;
import io.smarketing.salesforce.BareOrg;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.Insider.Deed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

class OrgProvisionerTest {

    private static final OwnField KEY = field("Smarketing_Key__c", FieldType.TEXT, 255, List.of(), Purpose.KEY);
    private static final OwnField STAGE =
            field("Smarketing_Stage__c", FieldType.PICKLIST, 0, List.of("Lead", "MQL"), Purpose.STAGE);
    private static final OwnField STAMP =
            field("Smarketing_MQL_At__c", FieldType.DATETIME, 0, List.of(), Purpose.STAMP);
    private static final OwnField VERDICT =
            field("Smarketing_Verdict__c", FieldType.PICKLIST, 0, List.of("accepted", "rejected"), Purpose.VERDICT);
    private static final OwnField RATING =
            field("Smarketing_Rating__c", FieldType.NUMBER, 1, List.of(), Purpose.RATING);
    private static final OwnField COMMENT =
            field("Smarketing_Comment__c", FieldType.TEXT, 5_000, List.of(), Purpose.COMMENT);
    private static final WorkList WAITING = new WorkList(
            BareOrg.LEAD,
            "Smarketing_MQLs_Waiting",
            "MQLs waiting",
            Map.of(FieldName.of("Smarketing_Stage__c"), List.of("MQL")),
            List.of(FieldName.of("Smarketing_MQL_At__c")));
    private static final WorkList AT_RISK = new WorkList(
            BareOrg.LEAD,
            "Smarketing_SLA_At_Risk",
            "SLA at risk",
            Map.of(FieldName.of("Smarketing_Verdict__c"), List.of("accepted", "rejected")),
            List.of(FieldName.of("Smarketing_MQL_At__c")));
    static final Blueprint ALL =
            new Blueprint(List.of(KEY, STAGE, STAMP, VERDICT, RATING, COMMENT), List.of(WAITING, AT_RISK));

    private final BareOrg org = new BareOrg();

    @Test
    void aPlanTellsWhatIsMissingAndWritesNothing() {
        List<Part> plan = provisioner().plan(ALL);

        assertThat(plan).extracting(Part::state).containsOnly(State.MISSING);
        assertThat(plan)
                .extracting(Part::name)
                .contains(
                        "Lead.Smarketing_Key__c",
                        "Contact.Smarketing_Key__c",
                        "Smarketing_Integration",
                        "Smarketing_Rep",
                        "Lead to Contact",
                        "Lead.Smarketing_MQLs_Waiting",
                        "Lead.Smarketing_SLA_At_Risk");
        assertThat(writes()).isEmpty();
    }

    @Test
    void makesWhatIsMissingAndNothingTwice() {
        assertThat(provisioner().make(ALL)).extracting(Part::state).containsOnly(State.MADE);

        Provisioner again = provisioner();
        org.line.asks().clear();
        assertThat(again.make(ALL)).extracting(Part::state).containsOnly(State.PRESENT);
        assertThat(writes()).isEmpty();
    }

    @Test
    void aListOfSeveralWordsTakesEachOfThem() {
        provisioner().make(ALL);

        assertThat(org.line.asks()).anyMatch(a -> a.body().contains("value>accepted,rejected</"));
    }

    @Test
    void theOrgsOwnRulesThatMayRefuseRowsAreNamed() {
        org.switches.set("validation-rule", "Lead.City=Atlantis");

        assertThat(provisioner().plan(ALL))
                .filteredOn(p -> p.kind().equals("validation rule"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.name()).isEqualTo("Lead.City_Rule");
                    assertThat(p.state()).isEqualTo(State.PRESENT);
                    assertThat(p.remark()).startsWith("active");
                });
    }

    @Test
    void eachCallCountsAlsoThoseThatTheLibrarySends() {
        Crm crm = org.open();
        org.line.asks().clear();
        long before = crm.quota().calls();

        crm.provisioner().orElseThrow().make(ALL);

        assertThat(org.line.asks()).anyMatch(a -> a.path().contains("/services/Soap/m/"));
        assertThat(crm.quota().calls() - before).isEqualTo(org.line.asks().size());
    }

    @Test
    void theLibrarySendsNothingBeyondTheDaysBudget() {
        Budget tenCalls = new Budget(0.0001, 0, OptionalLong.empty());
        Provisioner provisioner = org.open(tenCalls).provisioner().orElseThrow();

        assertThatThrownBy(() -> provisioner.make(ALL))
                .isInstanceOfSatisfying(
                        CrmException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.QUOTA_USED_UP));
    }

    @Test
    void afterwardsWeSeeAndMayWriteEachField() {
        provisioner().make(ALL);

        for (var type : List.of(BareOrg.LEAD, BareOrg.CONTACT)) {
            Map<FieldName, FieldSpec> there = org.open().schema().fields(type);
            assertThat(there.keySet()).extracting(FieldName::text).contains(names());
            FieldSpec key = there.get(FieldName.of("Smarketing_Key__c"));
            assertThat(key.traits()).contains(FieldSpec.Trait.UNIQUE, FieldSpec.Trait.UPDATABLE);
            assertThat(key.maxLength()).hasValue(255);
            assertThat(there.get(FieldName.of("Smarketing_Stage__c")).options()).containsExactly("Lead", "MQL");
            assertThat(there.get(FieldName.of("Smarketing_Stage__c")).is(FieldSpec.Trait.RESTRICTED))
                    .isFalse();
            assertThat(there.get(FieldName.of("Smarketing_Rating__c")).scale()).hasValue(0);
            assertThat(there.get(FieldName.of("Smarketing_Comment__c")).maxLength())
                    .hasValue(5_000);
            assertThat(there.get(FieldName.of("Smarketing_Verdict__c")).label())
                    .isEqualTo("Label of Smarketing_Verdict__c");
        }
    }

    @Test
    void aFieldWithoutPermissionIsSeenByNobody() {
        org.switches.set("hide-field", "Lead.City");
        provisioner().make(new Blueprint(List.of(STAMP), List.of()));
        new FieldStepOnly(org).make(new Blueprint(List.of(RATING), List.of()));

        Map<FieldName, FieldSpec> there = org.open().schema().fields(BareOrg.LEAD);

        assertThat(there).containsKey(FieldName.of("Smarketing_MQL_At__c"));
        assertThat(there).doesNotContainKey(FieldName.of("Smarketing_Rating__c"));
        assertThat(provisioner().make(new Blueprint(List.of(STAMP, RATING), List.of())))
                .filteredOn(p -> p.name().equals("Smarketing_Integration"))
                .extracting(Part::state)
                .containsExactly(State.MADE);
        assertThat(org.open().schema().fields(BareOrg.LEAD)).containsKey(FieldName.of("Smarketing_Rating__c"));
    }

    @Test
    void aConversionCarriesTheFieldsAlong() throws BadRow {
        provisioner().make(ALL);
        Insider inside = org.org.insider();
        String lead = inside.create(
                "Lead",
                Map.of(
                        "LastName", "Lead",
                        "Company", "Acme",
                        "Email", "lead-0001@example.com",
                        "Smarketing_Stage__c", "MQL"),
                org.clock.instant());

        inside.act(new Deed(org.clock.instant(), "Lead", lead, "convert", "", ""));

        String contact = inside.find("Contact", "lead-0001@example.com").get(0);
        assertThat(inside.peek("Contact", contact, "Smarketing_Stage__c")).contains("MQL");
    }

    @Test
    void theKeyOfCompaniesAndDealsIsMadeAndTheyMayBeWritten() {
        provisioner().make(ALL);
        OwnField companies = onlyOn(BareOrg.ACCOUNT);
        OwnField deals = onlyOn(BareOrg.OPPORTUNITY);
        Blueprint more = new Blueprint(List.of(KEY, companies, deals), List.of());

        Map<String, Part> made = byName(provisioner().make(more));

        assertThat(made.get("Account.Smarketing_Key__c").state()).isEqualTo(State.MADE);
        assertThat(org.open()
                        .schema()
                        .fields(BareOrg.OPPORTUNITY)
                        .get(FieldName.of("Smarketing_Key__c"))
                        .traits())
                .contains(FieldSpec.Trait.UNIQUE, FieldSpec.Trait.UPDATABLE);
        // a set made before does not let us write them, and is an admin's to change
        assertThat(made.get("Smarketing_Integration").state()).isEqualTo(State.DIFFERENT);
        assertThat(made.get("Smarketing_Integration").remark()).contains("Account, Opportunity");
        assertThat(new BareOrg().open().provisioner().orElseThrow().make(more))
                .extracting(Part::state)
                .containsOnly(State.MADE);
    }

    private static OwnField onlyOn(RecordType type) {
        return new OwnField(
                Map.of(type, FieldName.of("Smarketing_Key__c")),
                "Label",
                "Help.",
                FieldType.TEXT,
                255,
                List.of(),
                Purpose.KEY);
    }

    @Test
    void whatAnAdminMadeDifferentlyIsToldAndLeft() {
        new FieldStepOnly(org)
                .make(new Blueprint(
                        List.of(
                                field("Smarketing_Key__c", FieldType.TEXT, 80, List.of(), Purpose.QUALITY),
                                field("Smarketing_MQL_At__c", FieldType.TEXT, 80, List.of(), Purpose.QUALITY),
                                field("Smarketing_Verdict__c", FieldType.PICKLIST, 0, List.of("yes"), Purpose.VERDICT)),
                        List.of()));

        Map<String, Part> made = byName(provisioner().make(ALL));

        assertThat(made.get("Lead.Smarketing_Key__c").remark()).contains("not unique");
        assertThat(made.get("Lead.Smarketing_MQL_At__c").remark()).contains("text field, we need datetime");
        assertThat(made.get("Lead.Smarketing_Verdict__c").remark()).contains("lacks the options accepted, rejected");
        assertThat(Stream.of("Key", "MQL_At", "Verdict")
                        .map(n -> made.get("Lead.Smarketing_" + n + "__c").state()))
                .containsOnly(State.DIFFERENT);
        assertThat(made.get("Lead.Smarketing_Rating__c").state()).isEqualTo(State.MADE);
        assertThat(made.get("Smarketing_Integration").state()).isEqualTo(State.MADE);
    }

    @Test
    void aNameThatSalesforceRefusesFailsAloneAndIsNamed() {
        OwnField odd = field("Smarketing__Odd__c", FieldType.TEXT, 80, List.of(), Purpose.QUALITY);
        OwnField standard = field("NoSuchField", FieldType.TEXT, 80, List.of(), Purpose.QUALITY);

        Map<String, Part> made = byName(provisioner().make(new Blueprint(List.of(odd, STAMP, standard), List.of())));

        assertThat(made.get("Lead.Smarketing__Odd__c").state()).isEqualTo(State.FAILED);
        assertThat(made.get("Lead.Smarketing__Odd__c").remark()).contains("underscores", "FIELD_INTEGRITY_EXCEPTION");
        assertThat(made.get("Lead.NoSuchField").remark()).contains("ends in __c");
        assertThat(made.get("Lead.Smarketing_MQL_At__c").state()).isEqualTo(State.MADE);
        assertThat(org.open().schema().fields(BareOrg.LEAD)).containsKey(FieldName.of("Smarketing_MQL_At__c"));
    }

    @Test
    void withoutThePermissionItIsNamed() {
        org.switches.set("no-metadata-permission", "true");

        assertThatThrownBy(() -> provisioner().plan(ALL))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("Modify Metadata Through Metadata API Functions");
    }

    @Test
    void anEndedSessionIsRenewed() {
        Provisioner provisioner = provisioner();
        org.switches.set("expire-sessions", "true");

        assertThat(provisioner.make(ALL)).extracting(Part::state).containsOnly(State.MADE);
    }

    @Test
    void aLostAnswerIsReadAgainInsteadOfBeingSentAgain() {
        AtomicBoolean cut = new AtomicBoolean(true);
        Provisioner provisioner = org.open(chain -> {
                    var response = chain.proceed(chain.request());
                    if (body(chain).contains("createMetadata") && cut.getAndSet(false)) {
                        throw new IOException("connection reset");
                    }
                    return response;
                })
                .provisioner()
                .orElseThrow();

        assertThat(provisioner.make(ALL)).extracting(Part::state).containsOnly(State.MADE);
        assertThat(writes().stream().filter(b -> b.contains("Lead.Smarketing_Key__c") && b.contains("externalId")))
                .hasSize(1);
    }

    /** A row's code that the library does not know makes it lose the whole answer, after the org has saved. */
    @Test
    void aCodeThatTheLibraryDoesNotKnowIsNoLoss() {
        OwnField odd = field("Smarketing__Odd__c", FieldType.TEXT, 80, List.of(), Purpose.QUALITY);
        Provisioner provisioner = org.open(replacing("FIELD_INTEGRITY_EXCEPTION", "A_CODE_OF_NEXT_YEAR"))
                .provisioner()
                .orElseThrow();

        Map<String, Part> made = byName(provisioner.make(new Blueprint(List.of(odd, STAMP), List.of())));

        assertThat(made.get("Lead.Smarketing_MQL_At__c").state()).isEqualTo(State.MADE);
        assertThat(made.get("Lead.Smarketing__Odd__c").state()).isEqualTo(State.FAILED);
        assertThat(made.get("Lead.Smarketing__Odd__c").remark()).contains("not known what came of it");
    }

    @Test
    void aPageOfAGatewayIsToldWithItsStatus() {
        Interceptor gateway = chain -> chain.request().url().encodedPath().startsWith("/services/Soap/")
                ? chain.proceed(chain.request())
                        .newBuilder()
                        .code(503)
                        .body(ResponseBody.create("<html>down</html>", MediaType.get("text/html")))
                        .build()
                : chain.proceed(chain.request());

        assertThatThrownBy(() -> org.open(gateway).provisioner().orElseThrow().plan(ALL))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("status 503");
    }

    @Test
    void permissionSetsThatWeMayNotMakeDoNotHoldUpTheRest() {
        Interceptor forbidding =
                chain -> body(chain).contains("createMetadata") && body(chain).contains("Smarketing_Integration")
                        ? fault(chain.request(), "INSUFFICIENT_ACCESS")
                        : chain.proceed(chain.request());

        Map<String, Part> made =
                byName(org.open(forbidding).provisioner().orElseThrow().make(ALL));

        assertThat(made.get("Smarketing_Integration").state()).isEqualTo(State.FAILED);
        assertThat(made.get("Smarketing_Integration").remark()).contains("Manage Profiles and Permission Sets");
        assertThat(made.get("Smarketing_Integration to our own user").remark()).contains("no permission set");
        assertThat(made.get("Lead.Smarketing_Key__c").state()).isEqualTo(State.MADE);
        assertThat(made.get("Lead.Smarketing_MQLs_Waiting").state()).isEqualTo(State.MADE);
    }

    private static Response fault(Request request, String code) {
        String xml = "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:sf=\"http://soap.sforce.com/2006/04/metadata\"><soapenv:Body><soapenv:Fault><faultcode>sf:"
                + code + "</faultcode><faultstring>" + code + ": no</faultstring></soapenv:Fault></soapenv:Body>"
                + "</soapenv:Envelope>";
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(500)
                .message("-")
                .body(ResponseBody.create(xml, MediaType.get("text/xml")))
                .build();
    }

    @Test
    void whoMayNotLookIntoTheSetUpIsToldToAssignByHand() {
        Interceptor hiding = chain -> {
            var response = chain.proceed(chain.request());
            return chain.request().url().toString().contains("PermissionSetAssignment")
                    ? response.newBuilder()
                            .code(400)
                            .body(ResponseBody.create(
                                    "[{\"errorCode\":\"INVALID_TYPE\",\"message\":\"sObject type 'X' is not supported\"}]",
                                    MediaType.get("application/json")))
                            .build()
                    : response;
        };

        Part assignment = org.open(hiding).provisioner().orElseThrow().plan(ALL).stream()
                .filter(p -> p.kind().equals("assignment"))
                .findFirst()
                .orElseThrow();

        assertThat(assignment.state()).isEqualTo(State.DIFFERENT);
        assertThat(assignment.remark()).contains("Assign Permission Sets");
    }

    @Test
    void otherMapsOfAConversionAreLeftAsTheyAre() {
        OwnField other = new OwnField(
                Map.of(BareOrg.LEAD, FieldName.of("Smarketing_Rating__c"), BareOrg.CONTACT, FieldName.of("Grade__c")),
                "Grade",
                "What it means.",
                FieldType.NUMBER,
                1,
                List.of(),
                Purpose.QUALITY);
        provisioner().make(new Blueprint(List.of(other, STAMP), List.of()));

        Map<String, Part> made = byName(provisioner().make(new Blueprint(List.of(RATING, KEY), List.of())));

        assertThat(made.get("Lead to Contact").state()).isEqualTo(State.DIFFERENT);
        assertThat(made.get("Lead to Contact").remark()).contains("Smarketing_Rating__c", "Map Lead Fields");
        assertThat(byName(provisioner().plan(new Blueprint(List.of(other, STAMP), List.of())))
                        .get("Lead to Contact")
                        .state())
                .isEqualTo(State.PRESENT);
    }

    @Test
    void itTalksToTheOrgAndNobodyElse() {
        provisioner().make(ALL);

        assertThat(org.line.asks()).extracting(a -> a.header("host").orElse("")).containsOnly("org.test:80");
    }

    private Provisioner provisioner() {
        return org.open().provisioner().orElseThrow();
    }

    private List<String> writes() {
        return org.line.asks().stream()
                .filter(a -> a.body().matches("(?s).*<m?:?(create|update|upsert)Metadata.*")
                        || a.path().endsWith("/PermissionSetAssignment"))
                .map(Ask::body)
                .toList();
    }

    private static Interceptor replacing(String word, String other) {
        return chain -> {
            var response = chain.proceed(chain.request());
            String body = response.body().string();
            return response.newBuilder()
                    .body(ResponseBody.create(body.replace(word, other), MediaType.get("text/xml")))
                    .build();
        };
    }

    private static String body(Interceptor.Chain chain) throws IOException {
        okio.Buffer buffer = new okio.Buffer();
        if (chain.request().body() != null) {
            chain.request().body().writeTo(buffer);
        }
        return buffer.readUtf8();
    }

    private static Map<String, Part> byName(List<Part> parts) {
        Map<String, Part> byName = new LinkedHashMap<>();
        parts.forEach(p -> byName.put(p.name(), p));
        return byName;
    }

    private static String[] names() {
        List<String> names = new ArrayList<>();
        ALL.fields().forEach(f -> names.add(f.places().get(BareOrg.LEAD).text()));
        return names.toArray(String[]::new);
    }

    static OwnField field(String name, FieldType type, int size, List<String> options, Purpose purpose) {
        return new OwnField(
                Map.of(BareOrg.LEAD, FieldName.of(name), BareOrg.CONTACT, FieldName.of(name)),
                "Label of " + name,
                "What it means.",
                type,
                size,
                options,
                purpose);
    }

    /** An admin who makes fields and forgets who may see them. */
    private record FieldStepOnly(BareOrg org) {

        void make(Blueprint blueprint) {
            var login =
                    io.smarketing.http.Login.fixed(io.smarketing.http.Pass.bearer("http://org.test", BareOrg.TOKEN));
            var metadata = new io.smarketing.salesforce.soap.MetadataApi(org.client(), login);
            var step = new FieldStep(metadata, (io.smarketing.salesforce.schema.OrgSchema)
                    org.open().schema());
            step.look(blueprint);
            assertThat(step.make(blueprint)).isEmpty();
        }
    }
}
