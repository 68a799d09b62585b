package io.smarketing.hubspot.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Part.State;
import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldType;
import io.smarketing.hubspot.HubSpotProvider;
import io.smarketing.hubspot.PortalLine;
import io.smarketing.hubspot.TestTime;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.portal.Portal;
import io.smarketing.sandbox.portal.PortalSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class PortalProvisionerTest {

    private static final RecordType CONTACT = new RecordType("contact");
    private static final OwnField KEY = field("smarketing_key", FieldType.TEXT, 255, List.of(), Purpose.KEY);
    private static final OwnField STAMP = field("smarketing_mql_at", FieldType.DATETIME, 0, List.of(), Purpose.QUALITY);
    private static final OwnField VERDICT =
            field("smarketing_verdict", FieldType.PICKLIST, 0, List.of("accepted", "rejected"), Purpose.VERDICT);
    private static final OwnField RATING = field("smarketing_rating", FieldType.NUMBER, 1, List.of(), Purpose.QUALITY);
    private static final OwnField COMMENT =
            field("smarketing_comment", FieldType.TEXT, 5_000, List.of(), Purpose.COMMENT);

    private final TestTime time = new TestTime();
    private final Switches switches = new Switches();
    private final Portal portal = new Portal(
            new PortalSettings(4711, "pat-1", "client", "secret", PortalSettings.Speed.REAL, true),
            new RecordClock(time, TestTime.START),
            new Random(3),
            switches);
    private final PortalLine line = new PortalLine(portal, time);

    @Test
    void aPlanTellsWhatIsMissingAndWritesNothing() {
        List<Part> plan = provisioner().plan(blueprint(KEY, STAMP));

        assertThat(plan).extracting(Part::state).containsOnly(State.MISSING);
        assertThat(plan).extracting(Part::name).containsExactly("smarketing", "smarketing_key", "smarketing_mql_at");
        assertThat(line.asks()).extracting(a -> a.method()).containsOnly("GET");
    }

    @Test
    void makesWhatIsMissingAndNothingTwice() {
        Blueprint all = blueprint(KEY, STAMP, VERDICT, RATING, COMMENT);

        assertThat(provisioner().make(all)).extracting(Part::state).containsOnly(State.MADE);

        Map<FieldName, FieldSpec> there = open().schema().fields(CONTACT);
        assertThat(there.get(FieldName.of("smarketing_key")).is(FieldSpec.Trait.UNIQUE))
                .isTrue();
        assertThat(there.get(FieldName.of("smarketing_mql_at")).type()).isEqualTo(FieldType.DATETIME);
        assertThat(there.get(FieldName.of("smarketing_verdict")).options()).containsExactly("accepted", "rejected");
        assertThat(there.get(FieldName.of("smarketing_rating")).type()).isEqualTo(FieldType.NUMBER);
        assertThat(there.get(FieldName.of("smarketing_comment")).label()).isEqualTo("Label of smarketing_comment");
        Provisioner again = provisioner();
        line.asks().clear();
        assertThat(again.make(all)).extracting(Part::state).containsOnly(State.PRESENT);
        assertThat(line.asks()).extracting(a -> a.method()).containsOnly("GET");
    }

    @Test
    void companiesAndDealsGetTheirKeysInAGroupOfTheirOwn() {
        OwnField everywhere = new OwnField(
                Map.of(
                        CONTACT,
                        FieldName.of("smarketing_key"),
                        new RecordType("company"),
                        FieldName.of("company_key"),
                        new RecordType("deal"),
                        FieldName.of("deal_key")),
                "Key",
                "Help",
                FieldType.TEXT,
                255,
                List.of(),
                Purpose.KEY);

        List<Part> made = provisioner().make(blueprint(everywhere, STAMP));

        assertThat(made).extracting(Part::state).containsOnly(State.MADE);
        assertThat(made)
                .extracting(part -> part.kind() + " " + part.name())
                .containsExactly(
                        "property group smarketing",
                        "property smarketing_key",
                        "property smarketing_mql_at",
                        "company property group smarketing",
                        "company property company_key",
                        "deal property group smarketing",
                        "deal property deal_key");
        assertThat(provisioner().make(blueprint(everywhere, STAMP)))
                .extracting(Part::state)
                .containsOnly(State.PRESENT);
    }

    @Test
    void whatAnAdminMadeDifferentlyIsToldAndLeft() {
        provisioner().make(blueprint(field("smarketing_key", FieldType.TEXT, 255, List.of(), Purpose.QUALITY)));
        provisioner().make(blueprint(field("smarketing_mql_at", FieldType.TEXT, 255, List.of(), Purpose.QUALITY)));

        List<Part> made = provisioner().make(blueprint(KEY, STAMP, RATING));

        assertThat(made)
                .extracting(Part::state)
                .containsExactly(State.PRESENT, State.DIFFERENT, State.DIFFERENT, State.MADE);
        assertThat(made.get(1).remark()).contains("not unique");
        assertThat(made.get(2).remark()).contains("text field, we need datetime");
        assertThat(open().schema()
                        .fields(CONTACT)
                        .get(FieldName.of("smarketing_mql_at"))
                        .type())
                .isEqualTo(FieldType.TEXT);
    }

    @Test
    void aStageOfHubSpotsOwnMustKnowOurValues() {
        OwnField stage =
                field("lifecyclestage", FieldType.PICKLIST, 0, List.of("lead", "handed-over"), Purpose.QUALITY);

        assertThat(provisioner().plan(blueprint(stage)).get(1))
                .satisfies(p -> assertThat(p.state()).isEqualTo(State.DIFFERENT))
                .satisfies(p -> assertThat(p.remark()).contains("lacks the options handed-over"));
    }

    @Test
    void optionsThatWeNeedAreAddedBehindThoseThatAreThere() {
        provisioner().make(blueprint(VERDICT));
        line.asks().clear();
        OwnField more = field(
                "smarketing_verdict",
                FieldType.PICKLIST,
                0,
                List.of("returned", "accepted", "closed"),
                Purpose.QUALITY);

        assertThat(provisioner().plan(blueprint(more)))
                .filteredOn(p -> p.is(State.MISSING))
                .singleElement()
                .satisfies(p -> assertThat(p.remark()).isEqualTo("options returned, closed"));
        assertThat(line.asks()).extracting(a -> a.method()).containsOnly("GET");
        assertThat(provisioner().make(blueprint(more)))
                .extracting(Part::state)
                .containsExactly(State.PRESENT, State.MADE);
        assertThat(options()).containsExactly("accepted", "rejected", "returned", "closed");
        assertThat(provisioner().make(blueprint(more))).extracting(Part::state).containsOnly(State.PRESENT);
    }

    @Test
    void whatAnAdminSaysOfAnOptionStaysAsItIs() {
        provisioner().make(blueprint(VERDICT));
        portal.handle(ask(
                "PATCH",
                "/crm/properties/2026-09/0-1/smarketing_verdict",
                "{'options':[{'label':'Taken!','value':'accepted','displayOrder':5,'hidden':false,'description':'By hand.'},"
                        + "{'label':'No','value':'rejected','displayOrder':2,'hidden':true}]}"));
        OwnField more = field("smarketing_verdict", FieldType.PICKLIST, 0, List.of("closed"), Purpose.QUALITY);

        provisioner().make(blueprint(more));

        String now = portal.handle(ask("GET", "/crm/properties/2026-09/0-1/smarketing_verdict", ""))
                .body();
        assertThat(now)
                .contains(
                        "Taken!",
                        "By hand.",
                        "\"hidden\":true",
                        "\"value\":\"closed\",\"description\":\"\",\"displayOrder\":6");
    }

    @Test
    void withoutRoomForAllNothingIsMade() {
        switches.set("property-limit", "2");

        assertThat(provisioner().plan(blueprint(KEY, STAMP, RATING)))
                .last()
                .satisfies(p -> assertThat(p.name()).isEqualTo("custom contact properties"))
                .satisfies(p -> assertThat(p.remark()).contains("takes 2 more, and 3 are to be made"));
        assertThat(provisioner().make(blueprint(KEY, STAMP, RATING)))
                .extracting(Part::state)
                .containsExactly(State.FAILED, State.FAILED, State.FAILED, State.FAILED, State.DIFFERENT);
        assertThat(line.asks()).extracting(a -> a.method()).containsOnly("GET");
        assertThat(provisioner().make(blueprint(KEY, STAMP)))
                .extracting(Part::state)
                .containsOnly(State.MADE);
    }

    @Test
    void theTenUniquePropertiesOfAnObjectAreCountedFirst() {
        List<OwnField> ten = IntStream.range(0, 10)
                .mapToObj(i -> field("unique_" + i, FieldType.TEXT, 255, List.of(), Purpose.KEY))
                .toList();
        provisioner().make(new Blueprint(ten, List.of()));

        assertThat(provisioner().make(blueprint(KEY)))
                .last()
                .satisfies(p -> assertThat(p.name()).isEqualTo("contact properties with unique values"))
                .satisfies(p -> assertThat(p.state()).isEqualTo(State.DIFFERENT));
        assertThat(provisioner().make(blueprint(STAMP)))
                .last()
                .satisfies(p -> assertThat(p.is(State.MADE)).isTrue());
    }

    @Test
    void aNameThatHubSpotRefusesFailsAloneAndIsNamed() {
        OwnField odd = field("Smarketing-Key", FieldType.TEXT, 255, List.of(), Purpose.QUALITY);

        List<Part> made = provisioner().make(blueprint(odd, STAMP));

        assertThat(made).extracting(Part::state).containsExactly(State.MADE, State.FAILED, State.MADE);
        assertThat(made.get(1).remark()).contains("HubSpot refuses it", "VALIDATION_ERROR");
    }

    @Test
    void aLostAnswerIsReadAgainInsteadOfBeingSentAgain() {
        Provisioner provisioner = provisioner();
        line.asks().clear();
        line.cutAfter("/batch/create");

        assertThat(provisioner.make(blueprint(KEY, STAMP)))
                .extracting(Part::state)
                .containsOnly(State.MADE);
        assertThat(line.asks().stream().filter(a -> a.path().endsWith("/batch/create")))
                .hasSize(1);
    }

    @Test
    void moreThanAHundredGoInSeveralCalls() {
        List<OwnField> many = new ArrayList<>();
        IntStream.range(0, 130)
                .forEach(i -> many.add(field("smarketing_" + i, FieldType.NUMBER, 9, List.of(), Purpose.QUALITY)));

        assertThat(provisioner().make(new Blueprint(many, List.of())))
                .extracting(Part::state)
                .containsOnly(State.MADE);
        assertThat(line.asks().stream().filter(a -> a.path().endsWith("/batch/create")))
                .hasSize(2);
    }

    @Test
    void aMissingScopeIsNamed() {
        switches.set("missing-scopes", "crm.schemas.contacts.write");

        assertThatThrownBy(() -> provisioner().make(blueprint(KEY)))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("crm.schemas.contacts.write");
    }

    private List<String> options() {
        return open().schema()
                .fields(CONTACT)
                .get(FieldName.of("smarketing_verdict"))
                .options();
    }

    private static Ask ask(String method, String path, String body) {
        return new Ask(method, path, Map.of(), Map.of("authorization", "Bearer pat-1"), body.replace('\'', '"'));
    }

    private Provisioner provisioner() {
        return open().provisioner().orElseThrow();
    }

    private Crm open() {
        Wanted wanted = new Wanted(
                Map.of(CONTACT, new Wanted.Type(FieldName.of("smarketing_key"), Optional.empty(), Set.of())));
        OkHttpClient client = new OkHttpClient.Builder().addInterceptor(line).build();
        Settings settings = new Settings(Map.of("token", "pat-1", "url", "http://portal"));
        return new HubSpotProvider(client).open(new CrmId("hubspot"), settings, wanted, time.surroundings());
    }

    private static Blueprint blueprint(OwnField... fields) {
        return new Blueprint(List.of(fields), List.of());
    }

    private static OwnField field(String name, FieldType type, int size, List<String> options, Purpose purpose) {
        return new OwnField(
                Map.of(CONTACT, FieldName.of(name)),
                "Label of " + name,
                "What it means.",
                type,
                size,
                options,
                purpose);
    }
}
