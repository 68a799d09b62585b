package io.smarketing.salesforce.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.salesforce.BareOrg;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Salesforce's own schema, held against what we send to the Metadata API and what the sandbox answers. */
class MetadataSchemaTest {

    private static final String METADATA = "http://soap.sforce.com/2006/04/metadata";
    private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

    private static Schema schema;

    private final List<String> answers = new ArrayList<>();

    @Test
    void what_goes_over_the_line_is_as_Salesforce_words_it() throws Exception {
        BareOrg org = new BareOrg();
        Provisioner provisioner = org.open(chain -> {
                    var response = chain.proceed(chain.request());
                    String body = response.body().string();
                    answers.add(body);
                    return response.newBuilder()
                            .body(ResponseBody.create(body, response.body().contentType()))
                            .build();
                })
                .provisioner()
                .orElseThrow();

        provisioner.make(OrgProvisionerTest.ALL);

        List<String> sent = org.line.asks().stream().map(a -> a.body()).toList();
        assertThat(validated(sent, "metadata"))
                .containsEntry("CustomField", 12)
                .containsEntry("PermissionSet", 2)
                .containsEntry("LeadConvertSettings", 1)
                .containsEntry("ListView", 2)
                .containsEntry("ReportType", 2);
        assertThat(validated(answers, "records"))
                .containsKeys("CustomField", "PermissionSet", "LeadConvertSettings", "ListView", "ReportType");
    }

    @Test
    void the_files_of_the_package_are_as_Salesforce_words_them() throws Exception {
        List<String> texts = SfdxPackage.of(OrgProvisionerTest.ALL).components().stream()
                .flatMap(c -> c.files().entrySet().stream())
                .filter(file ->
                        file.getKey().endsWith(".quickAction") || file.getKey().endsWith("-meta.xml"))
                .map(Map.Entry::getValue)
                .toList();

        assertThat(texts).hasSize(6);
        for (String text : texts) {
            // the schema takes what stands in it for bytes
            String known = text.replaceAll("(?s)(<targetConfigs>).*(</targetConfigs>)", "$1AAAA$2");
            schema.newValidator().validate(new DOMSource(parse(known)));
        }
    }

    @BeforeAll
    static void readSchema() throws SAXException {
        String data = System.getenv("SMARKETING_DATA");
        assumeTrue(data != null, "SMARKETING_DATA is not set: the schema of the Metadata API is not known");
        Path file = Path.of(data, "reference", "wsdl", "metadata66.xsd");
        assumeTrue(Files.exists(file), "there is no " + file + ": what is sent is not held against it");
        schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file.toFile());
    }

    /** How many components of each type were found, and found to be valid. */
    private static Map<String, Integer> validated(List<String> messages, String element)
            throws IOException, SAXException, ParserConfigurationException {
        Map<String, Integer> counts = new TreeMap<>();
        for (String message : messages) {
            if (!message.contains("Envelope")) {
                continue;
            }
            Document document = parse(message);
            NodeList found = document.getElementsByTagNameNS(METADATA, element);
            List<Element> components = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                components.add((Element) found.item(i));
            }
            for (Element component : components) {
                String type = component.getAttributeNS(XSI, "type").replaceAll(".*:", "");
                if (!type.isEmpty()) {
                    component.removeAttributeNS(XSI, "type");
                    schema.newValidator().validate(new DOMSource(document.renameNode(component, METADATA, type)));
                    counts.merge(type, 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static Document parse(String xml) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
