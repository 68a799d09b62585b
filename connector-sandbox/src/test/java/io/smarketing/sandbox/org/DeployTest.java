package io.smarketing.sandbox.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What the org takes of a package that is deployed, and what it refuses. */
class DeployTest {

    private static final String META =
            "<LightningComponentBundle><apiVersion>62.0</apiVersion><isExposed>true</isExposed>"
                    + "<targets><target>lightning__RecordAction</target></targets></LightningComponentBundle>";
    private static final String ACTION =
            "<QuickAction><label>Answer</label><lightningWebComponent>form</lightningWebComponent>"
                    + "<optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type></QuickAction>";

    private final Bench bench = new Bench(true, OrgSettings.Speed.REAL);
    private final Map<String, String> files = new LinkedHashMap<>();

    @Test
    void what_is_only_checked_is_not_there_afterwards_and_what_is_deployed_is_not_new_again() {
        bundle("form", "export const a = 1;");

        assertThat(deployed(true)).contains("<created>true</created>", "<status>Succeeded</status>");
        assertThat(deployed(false)).contains("<created>true</created>", "<checkOnly>false</checkOnly>");
        assertThat(deployed(false)).contains("<changed>false</changed>", "<created>false</created>");
        bundle("form", "export const a = 2;");
        assertThat(deployed(false)).contains("<changed>true</changed>", "<created>false</created>");
    }

    @Test
    void one_that_is_refused_keeps_all_out() {
        bundle("form", "export const a = 1;");
        bundle("card", "import { a } from 'c/nobody';");

        assertThat(deployed(false))
                .contains("c/nobody", "<numberComponentErrors>1</numberComponentErrors>", "<status>Failed</status>");
        files.keySet().removeIf(file -> file.startsWith("lwc/card"));
        assertThat(deployed(true)).contains("<created>true</created>");
    }

    @Test
    void what_a_component_asks_for_must_be_there_or_come_along() {
        bundle("card", "import { a } from './fields';");
        assertThat(deployed(true)).contains("./fields");
        files.put("lwc/card/fields.js", "export const a = 1;");
        files.put("lwc/card/card.html", "<template><c-sales-form></c-sales-form></template>");
        assertThat(deployed(true)).contains("No MODULE named markup://c:salesForm found");
        bundle("salesForm", "export const b = 1;");
        assertThat(deployed(true)).contains("<status>Succeeded</status>");
        files.remove("lwc/card/card.js-meta.xml");
        assertThat(deployed(true)).contains("card.js-meta.xml", "<status>Failed</status>");
    }

    @Test
    void a_quick_action_needs_its_object_and_a_component_for_actions() {
        files.put("quickActions/Lead.Answer.quickAction", ACTION);
        assertThat(deployed(true)).contains("form is not there");
        bundle("form", "export const a = 1;");
        assertThat(deployed(false)).contains("<status>Succeeded</status>");
        files.put("quickActions/Nobody.Answer.quickAction", ACTION);
        assertThat(deployed(true)).contains("There is no object Nobody");
    }

    @Test
    void zip_and_manifest_must_agree() {
        bundle("form", "export const a = 1;");
        assertThat(deployed(zip(manifest() + " "), true)).contains("<status>Succeeded</status>");
        assertThat(deployed(zip("<Package/>"), true)).contains("package.xml does not name");
        files.clear();
        assertThat(deployed(
                        zip("<Package><types><members>x</members><name>QuickAction</name></types></Package>"), true))
                .contains("was not found in zipped directory");
        assertThat(deployed("no zip", true)).contains("<errorMessage>The package is no zip file</errorMessage>");
        assertThat(call("<checkDeployStatus><asyncProcessId>0Af</asyncProcessId></checkDeployStatus>"))
                .contains("INVALID_ID_FIELD");
    }

    private void bundle(String name, String script) {
        files.put("lwc/" + name + "/" + name + ".js", script);
        files.put("lwc/" + name + "/" + name + ".js-meta.xml", META);
    }

    private String manifest() {
        StringBuilder xml = new StringBuilder("<Package>");
        files.keySet().stream()
                .filter(f -> f.startsWith("lwc/"))
                .map(f -> f.split("/")[1])
                .distinct()
                .forEach(n ->
                        xml.append("<types><members>" + n + "</members><name>LightningComponentBundle</name></types>"));
        files.keySet().stream()
                .filter(f -> f.startsWith("quickActions/"))
                .map(f -> f.replaceAll(".*/|\\.quickAction$", ""))
                .forEach(n -> xml.append("<types><members>" + n + "</members><name>QuickAction</name></types>"));
        return xml.append("</Package>").toString();
    }

    private String zip(String manifest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            Map<String, String> all = new LinkedHashMap<>(files);
            all.put("package.xml", manifest);
            for (Map.Entry<String, String> file : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private String deployed(boolean checkOnly) {
        return deployed(zip(manifest()), checkOnly);
    }

    /** What came of deploying it. */
    private String deployed(String zip, boolean checkOnly) {
        String id = call("<deploy><ZipFile>" + zip + "</ZipFile><DeployOptions><checkOnly>" + checkOnly
                        + "</checkOnly></DeployOptions></deploy>")
                .replaceAll("(?s).*<id>(.*?)</id>.*", "$1");
        return call("<checkDeployStatus><asyncProcessId>" + id + "</asyncProcessId></checkDeployStatus>");
    }

    private String call(String body) {
        return bench.send(
                        "POST",
                        "/services/Soap/m/62.0",
                        Map.of(),
                        "<env:Envelope xmlns:env=\"http://schemas.xmlsoap.org/soap/envelope/\"><env:Header><SessionHeader>"
                                + "<sessionId>fixed-token</sessionId></SessionHeader></env:Header><env:Body>" + body
                                + "</env:Body></env:Envelope>")
                .body();
    }
}
