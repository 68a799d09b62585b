package io.smarketing.salesforce.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.metadata.LightningComponentBundle;
import com.sforce.soap.metadata.Package;
import com.sforce.soap.metadata.QuickAction;
import com.sforce.ws.bind.TypeMapper;
import com.sforce.ws.bind.XMLizable;
import com.sforce.ws.parser.XmlInputStream;
import io.smarketing.core.crm.provision.Blueprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The package in {@code src/main/sfdx}: that it is all deployed, and worded as Salesforce words it. */
class SfdxPackageTest {

    private static final Path SOURCE = Path.of("src/main/sfdx/force-app/main/default");

    private final Map<String, String> files = unzipped(SfdxPackage.of(OrgProvisionerTest.ALL));

    @Test
    void allFilesOfTheProjectAreInThePackageAndNoOthers() throws IOException {
        try (Stream<Path> there = Files.walk(SOURCE)) {
            List<String> expected = new ArrayList<>(there.filter(Files::isRegularFile)
                    .map(file -> SOURCE.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.contains("__tests__"))
                    .map(file -> file.replace(".quickAction-meta.xml", ".quickAction"))
                    .toList());
            expected.add("package.xml");

            assertThat(files.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void theLibraryKnowsEachWordOfItInItsPlace() throws Exception {
        for (String action : List.of("Lead", "Contact")) {
            QuickAction told =
                    parsed(new QuickAction(), files.get("quickActions/" + action + ".Smarketing_Verdict.quickAction"));
            assertThat(told.getLightningWebComponent()).isEqualTo("smarketingVerdict");
        }
        List<String> metas =
                files.keySet().stream().filter(f -> f.endsWith("js-meta.xml")).toList();
        assertThat(metas).hasSize(4);
        for (String meta : metas) {
            LightningComponentBundle told = parsed(new LightningComponentBundle(), files.get(meta));
            assertThat(told.getApiVersion()).isEqualTo(62.0);
            assertThat(told.getDescription()).isNotBlank();
        }
    }

    @Test
    void theLibraryWouldTellAWrongWordAndAWrongOrder() {
        String action = files.get("quickActions/Lead.Smarketing_Verdict.quickAction");

        assertThatThrownBy(() -> parsed(new QuickAction(), action.replace("label>", "lable>")))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> parsed(new QuickAction(), action.replace("LightningWebComponent<", "Lightning<")))
                .isInstanceOf(Exception.class);
        String disordered = action.replaceFirst("(?s)(<label>.*?</label>)(.*)(</QuickAction>)", "$2$1$3");
        assertThatThrownBy(() -> parsed(new QuickAction(), disordered)).isInstanceOf(Exception.class);
    }

    @Test
    void theManifestNamesEachComponent() throws Exception {
        Package manifest = parsed(new Package(), files.get("package.xml"));

        assertThat(manifest.getVersion()).isEqualTo("62.0");
        Map<String, List<String>> members = new TreeMap<>();
        Arrays.stream(manifest.getTypes()).forEach(t -> members.put(t.getName(), List.of(t.getMembers())));
        assertThat(members)
                .containsEntry(
                        "LightningComponentBundle",
                        List.of("smarketingLead", "smarketingAnswer", "smarketingCard", "smarketingVerdict"))
                .containsEntry("QuickAction", List.of("Lead.Smarketing_Verdict", "Contact.Smarketing_Verdict"));
    }

    @Test
    void theFieldsInItAreThoseOfTheConfigurationButTheKey() {
        String module = files.get("lwc/smarketingLead/fields.js");

        assertThat(module)
                .contains(
                        "\"Lead\": [",
                        "\"Contact\": [",
                        "{\"field\":\"Smarketing_Verdict__c\",\"label\":\"Label of Smarketing_Verdict__c\","
                                + "\"purpose\":\"verdict\",\"options\":[\"accepted\",\"rejected\"]}",
                        "{\"field\":\"Smarketing_Stage__c\",\"label\":\"Label of Smarketing_Stage__c\",\"purpose\":\"stage\"}")
                .doesNotContain("Smarketing_Key__c");
        assertThat(CardFields.of(new Blueprint(List.of(), List.of()))).contains("\"Lead\": [", "\"Contact\": [");
    }

    /** Strict in words and order; what stands in {@code targetConfigs} it takes for bytes, so others stand in for it. */
    private static <T extends XMLizable> T parsed(T into, String xml) throws Exception {
        String bare = xml.replaceAll("(?s)<targetConfigs>.*</targetConfigs>", "<targetConfigs>AAAA</targetConfigs>");
        XmlInputStream in = new XmlInputStream();
        in.setInput(new ByteArrayInputStream(bare.getBytes(StandardCharsets.UTF_8)), "UTF-8");
        into.load(in, new TypeMapper());
        return into;
    }

    private static Map<String, String> unzipped(SfdxPackage sfdx) {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sfdx.zip()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return files;
    }
}
