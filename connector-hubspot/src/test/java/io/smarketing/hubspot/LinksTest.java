package io.smarketing.hubspot;

import static io.smarketing.hubspot.PortalDesk.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Gone;
import io.smarketing.core.crm.WriteOutcome.Moved;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A contact's company: what is read of it, and the link that is written by its key. */
final class LinksTest {

    private static final FieldName KEY = FieldName.of("smarketing_key");
    private static final FieldName LINK = FieldName.of("company.smarketing_key");
    private static final FieldName NAME = FieldName.of("company.name");
    private static final FieldName EMPLOYEES = FieldName.of("company.numberofemployees");
    private static final FieldName NO_SUCH = FieldName.of("company.no_such");
    private static final FieldName LAST_NAME = FieldName.of("lastname");
    private static final RecordType CONTACT = new RecordType("contact");

    private final PortalDesk desk = new PortalDesk(new Wanted(Map.of(
            CONTACT,
            new Wanted.Type(KEY, Optional.empty(), Set.of(LAST_NAME, LINK, NAME, EMPLOYEES, NO_SUCH)),
            new RecordType("company"),
            new Wanted.Type(KEY, Optional.empty(), Set.of(FieldName.of("name"), FieldName.of("domain"))))));
    private final String keyed = company("one", Map.of("smarketing_key", "key-1", "numberofemployees", "20"));
    private final String other = company("two", Map.of("smarketing_key", "key-2"));
    private final String unkeyed = company("three", Map.of());

    private String company(String name, Map<String, String> more) {
        Map<String, String> row = new HashMap<>(more);
        row.putAll(Map.of("name", name, "domain", name + ".example.com"));
        return desk.create("companies", row);
    }

    private String contact(String company) {
        String id = desk.contact("lead-0001@example.com", Map.of("lastname", "Before"));
        desk.act("contacts", id, "set", "associated_company", company);
        return id;
    }

    private Fields fields(String id) {
        return read(ref(id)).fields();
    }

    private CrmRecord read(RecordRef ref) {
        return desk.crm().reader().byRefs(List.of(ref)).get(ref);
    }

    private WriteOutcome write(WriteCommand command) {
        return desk.crm().writer().write(List.of(command)).get(0);
    }

    private static WriteCommand update(String id, String link) {
        return new WriteCommand.Update(ref(id), Fields.of(LINK.text(), link), Lane.FIELDS);
    }

    @Test
    void whatTheCompanyTellsIsReadAlong() {
        Fields linked = fields(contact(keyed));
        assertThat(linked.text(LINK)).isEqualTo("key-1");
        assertThat(linked.text(NAME)).isEqualTo("one");
        assertThat(linked.text(EMPLOYEES)).isEqualTo("20");
        assertThat(linked.get(NO_SUCH)).isEmpty();
    }

    @Test
    void withoutACompanyAllIsBlankAndACompanyWithoutAKeyIsNeitherBlankNorAKey() {
        String id = contact("");
        assertThat(fields(id).get(LINK)).contains(FieldValue.BLANK);
        assertThat(fields(id).get(NAME)).contains(FieldValue.BLANK);
        desk.act("contacts", id, "set", "associated_company", unkeyed);
        assertThat(fields(id).get(LINK)).isEmpty();
        assertThat(fields(id).text(NAME)).isEqualTo("three");
    }

    @Test
    void onlyThePrimaryCompanyCounts() {
        String id = contact(keyed);
        String path = "/crm/objects/2026-09/contacts/" + id + "/associations/default/companies/" + other;
        assertThat(desk.send("PUT", path, "", "").status()).isEqualTo(200);
        assertThat(fields(id).text(LINK)).isEqualTo("key-1");
    }

    @Test
    void theSchemaTellsWhatCanBeWrittenOfThem() {
        Map<FieldName, FieldSpec> fields = desk.crm().schema().fields(CONTACT);
        assertThat(fields.get(LINK).traits())
                .containsExactlyInAnyOrder(Trait.BLANKABLE, Trait.CREATABLE, Trait.UPDATABLE);
        assertThat(fields.get(NAME).traits()).containsExactly(Trait.BLANKABLE);
        assertThat(fields).doesNotContainKey(NO_SUCH);
    }

    @Test
    void aKeyLinksAndABlankEndsTheLink() {
        String id = contact("");
        Written linked = (Written) write(update(id, "key-1"));
        assertThat(linked.values()).contains(Fields.of(LINK.text(), "key-1"));
        assertThat(fields(id).text(LINK)).isEqualTo("key-1");
        Written moved = (Written) write(update(id, "key-2"));
        assertThat(moved.values()).contains(Fields.of(LINK.text(), "key-2"));
        assertThat(fields(id).text(LINK)).isEqualTo("key-2");
        Written ended = (Written) write(update(id, ""));
        assertThat(ended.values()).contains(Fields.of(LINK.text(), ""));
        assertThat(fields(id).get(LINK)).contains(FieldValue.BLANK);
    }

    @Test
    void theFormerPrimaryCompanyStaysAFurtherOne() {
        String id = contact(keyed);
        write(update(id, "key-2"));
        String path = "/crm/objects/2026-09/contacts/" + id + "/associations/companies";
        assertThat(desk.send("GET", path, "", "").body()).contains(keyed).contains(other);
    }

    @Test
    void aLinkThatStandsCostsNoWrite() {
        String id = contact(keyed);
        write(update(id, "key-1"));
        assertThat(desk.line().asks()).noneMatch(ask -> ask.path().endsWith("/batch/create"));
    }

    @Test
    void aCreatedContactIsLinked() {
        Fields fields = Fields.of("email", "lead-0002@example.com").with(LINK, FieldValue.of("key-2"));
        Written made = (Written) write(new WriteCommand.Create(CONTACT, "new-1", fields, Lane.FIELDS));
        assertThat(made.values().orElseThrow().text(LINK)).isEqualTo("key-2");
        assertThat(read(made.ref()).fields().text(LINK)).isEqualTo("key-2");
    }

    @Test
    void aKeyThatNoCompanyBearsRefusesTheRowAsAWholeAndNoOther() {
        String id = contact(keyed);
        String neighbour = desk.contact("lead-0002@example.com", Map.of());
        Fields fields = Fields.of(LINK.text(), "no-such").with(LAST_NAME, FieldValue.of("After"));
        List<WriteOutcome> outcomes = desk.crm()
                .writer()
                .write(List.of(
                        new WriteCommand.Update(ref(id), fields, Lane.FIELDS),
                        update(neighbour, "key-1"),
                        new WriteCommand.Create(CONTACT, "new-1", fields, Lane.FIELDS)));
        Refused refused = (Refused) outcomes.get(0);
        assertThat(refused.field()).contains(LINK);
        assertThat(refused.sentence()).contains(LINK.text()).doesNotContain("no-such");
        assertThat(outcomes.get(1)).isInstanceOf(Written.class);
        assertThat(outcomes.get(2)).isInstanceOf(Refused.class);
        assertThat(fields(id).text(LAST_NAME)).isEqualTo("Before");
        assertThat(fields(id).text(LINK)).isEqualTo("key-1");
        assertThat(desk.crm().reader().byKeys(List.of("new-1"))).isEmpty();
    }

    @Test
    void aLinkAloneTellsWhetherTheContactIsThere() {
        String id = contact("");
        String second = desk.contact("lead-0002@example.com", Map.of());
        desk.act("contacts", id, "merge", "", "lead-0002@example.com");
        RecordRef merged = desk.crm()
                .reader()
                .byRefs(List.of(ref(second)))
                .get(ref(second))
                .ref();
        assertThat(write(update(second, "key-1"))).isEqualTo(new Moved(merged));
        desk.act("contacts", merged.id(), "delete", "", "");
        assertThat(write(update(merged.id(), "key-1"))).isEqualTo(new Gone());
    }

    @Test
    void aLostAnswerIsAskedForAgain() {
        String id = contact("");
        desk.line().cutAfter("/batch/create");
        assertThat(write(update(id, "key-1"))).isInstanceOf(Written.class);
        assertThat(fields(id).text(LINK)).isEqualTo("key-1");
    }

    @Test
    void aChangeOfTheCompanyIsAChangeOfItsPeopleWithTheStampOfTheRecord() {
        String id = contact(keyed);
        Cursor cursor = desk.caughtUp();
        desk.act("companies", keyed, "set", "name", "renamed");
        desk.time().sleep(Duration.ofSeconds(5));
        ChangePage page = desk.crm().changes().read(cursor);
        CrmRecord record = read(ref(id));
        assertThat(record.fields().text(NAME)).isEqualTo("renamed");
        assertThat(page.changes()).containsExactly(new Change.Changed(ref(id), record.stamp(), Optional.empty()));
        desk.act("contacts", id, "set", "lastname", "Later");
        desk.time().sleep(Duration.ofSeconds(5));
        assertThat(desk.crm().changes().read(page.next()).changes())
                .containsExactly(new Change.Changed(ref(id), read(ref(id)).stamp(), Optional.empty()));
    }

    @Test
    void manyChangedCompaniesAreToldInPagesThatCanBeResumed() {
        Map<RecordRef, String> companies = new HashMap<>();
        for (int i = 0; i < 600; i++) {
            String company = company("company-" + i, Map.of());
            String contact = desk.contact("lead-" + i + "@example.com", Map.of("associated_company", company));
            companies.put(ref(contact), company);
        }
        Cursor cursor = desk.caughtUp();
        companies.values().forEach(id -> desk.act("companies", id, "set", "name", "renamed " + id));
        desk.time().sleep(Duration.ofSeconds(5));
        Set<RecordRef> told = new HashSet<>();
        int pages = 0;
        ChangePage page;
        do {
            page = desk.crm().renewed().changes().read(cursor);
            page.changes().forEach(change -> told.add(change.ref()));
            cursor = page.next();
            pages++;
        } while (!page.caughtUp());
        assertThat(told).isEqualTo(companies.keySet());
        assertThat(pages).isGreaterThan(2);
    }

    @Test
    void aPlaceAmongCompaniesIsAPlaceAlsoWhenNothingOfThemIsWantedAnyMore() {
        PortalDesk without = new PortalDesk();
        String id = without.contact("lead-0001@example.com", Map.of());
        String at = TestTime.START.toString();
        without.time().sleep(Duration.ofSeconds(5));
        Cursor cursor = new Cursor("window " + at + " " + at + " " + at + " " + at + " company/5");
        assertThat(without.crm().changes().read(cursor).changes())
                .extracting(Change::ref)
                .containsExactly(ref(id));
    }

    @Test
    void aLinkThatChangesNoStampIsFoundInTheListing() {
        String id = contact("");
        Cursor cursor = desk.crm().changes().read(desk.caughtUp()).next();
        desk.time().sleep(Duration.ofMinutes(30));
        desk.switches().set("link-touches", "false");
        desk.act("contacts", id, "set", "associated_company", keyed);
        desk.time().sleep(Duration.ofSeconds(5));
        assertThat(desk.crm().changes().read(cursor).changes()).isEmpty();
        Change.Changed listed = (Change.Changed)
                desk.crm().changes().read(Cursor.START).changes().get(0);
        assertThat(listed.record().orElseThrow().fields().text(LINK)).isEqualTo("key-1");
    }

    @Test
    void aLinkIsAChangeOfTheContact() {
        String id = contact("");
        Cursor cursor = desk.crm().changes().read(desk.caughtUp()).next();
        desk.time().sleep(Duration.ofMinutes(30));
        desk.act("contacts", id, "set", "associated_company", keyed);
        desk.time().sleep(Duration.ofSeconds(5));
        assertThat(desk.crm().changes().read(cursor).changes())
                .extracting(Change::ref)
                .containsExactly(ref(id));
    }

    @Test
    void aListedContactIsWhole() {
        String id = contact(keyed);
        Change.Changed listed = (Change.Changed)
                desk.crm().changes().read(Cursor.START).changes().get(0);
        assertThat(listed.record()).contains(read(ref(id)));
    }

    @Test
    void aKindOfWhichNothingIsWantedIsNotThere() {
        assertThat(desk.crm().of(Subject.PEOPLE)).isSameAs(desk.crm());
        assertThat(desk.crm().of(Subject.COMPANIES).of(Subject.PEOPLE).id())
                .isEqualTo(desk.crm().id());
        assertThatThrownBy(() -> desk.crm().of(Subject.DEALS)).isInstanceOf(IllegalArgumentException.class);
    }
}
