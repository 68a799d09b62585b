package io.smarketing.sandbox.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.sandbox.kernel.SandboxProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final FakeCrm hubspot = FakeCrm.hubspot();
    private final FakeCrm salesforce = FakeCrm.salesforce();

    @TempDir
    Path folder;

    @Test
    void loadsEachFileAndStampsItsRowsWithTheStartOfTheClock() throws IOException {
        file("hubspot/contacts.csv", "email,lastname\nlead-0001@example.com,One\nlead-0002@example.com,Two\n");
        file("salesforce/Lead.csv", "Email,LastName\nlead-0001@example.com,One\n");
        Loaded loaded = load();
        assertThat(loaded.rows()).isEqualTo(Map.of("hubspot/contacts.csv", 2, "salesforce/Lead.csv", 1));
        assertThat(loaded.badRows()).isEmpty();
        String id = hubspot.find("contacts", "lead-0002@example.com").get(0);
        assertThat(hubspot.peek("contacts", id, "lastname")).contains("Two");
        assertThat(hubspot.stamp(id)).isEqualTo(START);
    }

    @Test
    void aBadRowIsNamedByFileAndLineWithoutItsValuesAndTheRestLoads() throws IOException {
        file(
                "hubspot/contacts.csv",
                "email,lastname\n\n\"lead-0001@example.com\",\"One\nOf two\"\nlead-0002@example.com,REFUSED\n"
                        + "lead-0003@example.com,Three,too many\nlead-0004@example.com,Four");
        Loaded loaded = load();
        assertThat(loaded.rows()).containsEntry("hubspot/contacts.csv", 2);
        assertThat(loaded.badRows())
                .extracting(BadRow::place)
                .containsExactly("hubspot/contacts.csv:5", "hubspot/contacts.csv:6");
        assertThat(loaded.badRows().get(0).sentence()).isEqualTo("the value is not allowed");
        assertThat(loaded.badRows().toString()).doesNotContain("lead-000");
    }

    @Test
    void theLineOfARowIsWhereItBegins() throws IOException {
        file("hubspot/contacts.csv", "email,lastname\r\n\"a\r\nb\",REFUSED\r\nc,REFUSED\r\nd,REFUSED");
        assertThat(load().badRows())
                .extracting(BadRow::place)
                .containsExactly("hubspot/contacts.csv:2", "hubspot/contacts.csv:4", "hubspot/contacts.csv:5");
    }

    @Test
    void aCustomColumnBecomesAFieldOfLikeNameInBothCrms() throws IOException {
        file("hubspot/contacts.csv", "email,lead_origin\nlead-0001@example.com,social\n");
        file("salesforce/Lead.csv", "Email,Landing_Page__c,Region\nlead-0001@example.com,start,north\n");
        Loaded loaded = load();
        assertThat(loaded.customColumns())
                .containsExactlyInAnyOrder(
                        new CustomColumn("lead_origin", "Lead_Origin__c"),
                        new CustomColumn("landing_page", "Landing_Page__c"),
                        new CustomColumn("region", "Region__c"));
        assertThat(hubspot.fields("contacts")).contains("lead_origin", "landing_page", "region");
        assertThat(salesforce.fields("Lead")).contains("Lead_Origin__c", "Landing_Page__c", "Region__c");
        assertThat(salesforce.fields("Contact")).contains("Lead_Origin__c", "Landing_Page__c", "Region__c");
        String lead = salesforce.find("Lead", "lead-0001@example.com").get(0);
        assertThat(salesforce.peek("Lead", lead, "Region__c")).contains("north");
    }

    @Test
    void aColumnThatBothSidesBringIsOnePair() throws IOException {
        file("hubspot/contacts.csv", "email,lead_origin\n");
        file("salesforce/Lead.csv", "Email,lead_origin__c\n");
        file("salesforce/Contact.csv", "Email,Lead_Origin__c\n");
        assertThat(load().customColumns()).containsExactly(new CustomColumn("lead_origin", "Lead_Origin__c"));
    }

    @Test
    void aCustomFieldNamedLikeAPropertyOfHubSpotsOwnStaysApartFromIt() throws IOException {
        file("salesforce/Lead.csv", "Email,Company__c\n");
        assertThat(load().customColumns()).containsExactly(new CustomColumn("company_c", "Company__c"));
    }

    @Test
    void everySalesforceUserIsAnOwnerUnlessTheFolderNamesTheOwners() throws IOException {
        file("salesforce/User.csv", "Username,Email,LastName\nrep-01@example.com,rep-01@example.com,One\n");
        load();
        assertThat(hubspot.find("owners", "rep-01@example.com")).hasSize(1);
        file("hubspot/owners.csv", "email\nrep-02@example.com\n");
        FakeCrm portal = FakeCrm.hubspot();
        new Loader(new Crms(portal, FakeCrm.salesforce()), START).load(DataFolder.at(folder), timeline());
        assertThat(portal.find("owners", "rep-01@example.com")).isEmpty();
        assertThat(portal.find("owners", "rep-02@example.com")).hasSize(1);
    }

    @Test
    void theExportsOwnIdsAndReferencesReachTheCrm() throws IOException {
        file("salesforce/Contact.csv", "Id,Email,AccountId\n003000000000001,lead-0001@example.com,001000000000001\n");
        file("salesforce/Account.csv", "Id,Name\n001000000000001,Example Company 0001\n");
        assertThat(load().badRows()).isEmpty();
        assertThat(salesforce.peek("Contact", "Contact-003000000000001", "AccountId"))
                .contains("001000000000001");
    }

    @Test
    void aSentenceOfTheCrmIsReportedWithoutTheRowsValues() {
        Row row = new Row("f.csv", 2, Map.of("email", "Lead-0001@example.com", "city", "no", "region", "."));
        assertThat(row.withoutValues("Email lead-0001@EXAMPLE.com is not allowed, nor is 'no'."))
                .isEqualTo("Email ... is not allowed, nor is ....");
    }

    @Test
    void aFileOfAnUnknownObjectIsReportedAndLeftOut() throws IOException {
        file("salesforce/Invoice.csv", "Id,Name\n1,2\n");
        assertThat(load().badRows()).extracting(BadRow::place).containsExactly("salesforce/Invoice.csv");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        file("hubspot/contacts.csv", "\ufeffemail,lastname\nlead-0001@example.com,One\n");
        assertThat(load().rows()).containsEntry("hubspot/contacts.csv", 1);
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedByFileAndLine() throws IOException {
        Path csv = file("hubspot/contacts.csv", "");
        Files.write(csv, "email,lastname\na,b\nc,M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(this::load)
                .isInstanceOf(SandboxProblem.class)
                .hasMessage("hubspot/contacts.csv:3: the file is not UTF-8: save it as \"CSV UTF-8\"");
        Files.write(csv, new byte[] {(byte) 0xff, (byte) 0xfe, 'e', 0});
        assertThatThrownBy(this::load).hasMessageStartingWith("hubspot/contacts.csv:1: the file is not UTF-8");
    }

    @Test
    void aFileThatIsNotCsvIsRefusedByFileAndLine() throws IOException {
        file("hubspot/contacts.csv", "email,lastname\na,\"b\" c\n");
        assertThatThrownBy(this::load).hasMessageStartingWith("hubspot/contacts.csv:2: this is not CSV");
        file("hubspot/contacts.csv", "email;lastname\na;b\n");
        assertThatThrownBy(this::load).hasMessageContaining("not parted by commas");
        file("hubspot/contacts.csv", "<html><body>Sign in</body></html>\n");
        assertThatThrownBy(this::load).hasMessageContaining("is not the API name of a field");
        file("hubspot/contacts.csv", "email,email\n");
        assertThatThrownBy(this::load).hasMessageContaining("the column email is there twice");
        file("hubspot/contacts.csv", "");
        assertThatThrownBy(this::load).hasMessageContaining("the file is empty");
    }

    @Test
    void aFolderThatIsNotThereOrHoldsNothingIsRefused() {
        assertThatThrownBy(() -> DataFolder.at(folder.resolve("nowhere"))).hasMessageContaining("nowhere is not there");
        assertThatThrownBy(() -> DataFolder.at(folder)).hasMessageContaining("holds no hubspot/*.csv");
    }

    private Loaded load() {
        return new Loader(new Crms(hubspot, salesforce), START).load(DataFolder.at(folder), timeline());
    }

    private Timeline timeline() {
        return Timeline.of(DataFolder.at(folder));
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
