package io.smarketing.salesforce.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sforce.soap.partner.PartnerConnection;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import io.smarketing.salesforce.BareOrg;
import io.smarketing.sandbox.kernel.Insider.Deed;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Salesforce's own description of the partner API, as of the version that is spoken, held against the sandbox's answers. */
class PartnerSchemaTest {

    private static final String PATH = "/services/Soap/u/65.0";
    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;

    private final BareOrg org = new BareOrg();
    private final List<String> answers = new ArrayList<>();

    @Test
    void answersAreAsSalesforceWordsThem() throws Exception {
        Schema schema = schema();
        String gone = org.org.insider().create("Account", Map.of("Name", "<A & B>"), org.clock.instant());
        org.org.insider().create("Contact", Map.of("LastName", "C", "Account.Name", "<A & B>"), org.clock.instant());
        PartnerConnection partner = new PartnerConnection(config());

        partner.getServerTimestamp();
        partner.getUserInfo();
        partner.describeGlobal();
        partner.describeSObject("Lead");
        partner.describeSObjects(new String[] {"Contact", "Account"});
        partner.query("SELECT Id, LastName, Account.Name FROM Contact");
        partner.queryAll("SELECT Id FROM Account");
        partner.getUpdated("Account", calendar(-600), calendar(600));
        org.org.insider().act(new Deed(org.clock.instant(), "Account", gone, "delete", "", ""));
        partner.getDeleted("Account", calendar(-600), calendar(600));
        assertThatThrownBy(() -> partner.query("SELECT FROM Lead")).isInstanceOf(ConnectionException.class);
        assertThatThrownBy(() -> partner.query("SELECT No__c FROM Lead")).isInstanceOf(ConnectionException.class);

        TreeSet<String> seen = new TreeSet<>();
        for (String answer : answers) {
            for (Element part : parts(parse(answer))) {
                schema.newValidator().validate(new DOMSource(part));
                seen.add(part.getLocalName());
            }
        }
        assertThat(seen)
                .contains(
                        "LimitInfoHeader",
                        "getServerTimestampResponse",
                        "getUserInfoResponse",
                        "describeGlobalResponse",
                        "describeSObjectResponse",
                        "describeSObjectsResponse",
                        "queryResponse",
                        "queryAllResponse",
                        "getUpdatedResponse",
                        "getDeletedResponse",
                        "MalformedQueryFault",
                        "InvalidFieldFault");
    }

    /** What stands in header and body; of a fault its detail. */
    private static List<Element> parts(Document answer) {
        List<Element> parts = new ArrayList<>();
        for (String part : List.of("Header", "Body", "detail")) {
            NodeList holders = answer.getElementsByTagNameNS("*", part);
            for (int i = 0; i < holders.getLength(); i++) {
                for (Node n = holders.item(i).getFirstChild(); n != null; n = n.getNextSibling()) {
                    if (n instanceof Element element && !element.getLocalName().equals("Fault")) {
                        parts.add(element);
                    }
                }
            }
        }
        return parts;
    }

    /** The published description is of 66, which tells one thing more: which app has used up how much. */
    private static Schema schema() throws Exception {
        String data = System.getenv("SMARKETING_DATA");
        assumeTrue(data != null, "SMARKETING_DATA is not set: the description of the partner API is not known");
        Path file = Path.of(data, "reference", "wsdl", "partner66.wsdl");
        assumeTrue(Files.exists(file), "there is no " + file + ": answers are not held against it");
        Document wsdl = parse(Files.readString(file));
        NodeList elements = wsdl.getElementsByTagNameNS(XSD, "element");
        for (int i = elements.getLength() - 1; i >= 0; i--) {
            Element element = (Element) elements.item(i);
            if (element.getAttribute("name").equals("appName")) {
                element.getParentNode().removeChild(element);
            }
        }
        NodeList schemas = wsdl.getElementsByTagNameNS(XSD, "schema");
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < schemas.getLength(); i++) {
            Element schema = (Element) schemas.item(i);
            inherit(wsdl.getDocumentElement(), schema);
            texts.put(schema.getAttribute("targetNamespace"), text(schema));
        }
        SchemaFactory factory = SchemaFactory.newInstance(XSD);
        DOMImplementationLS load =
                (DOMImplementationLS) wsdl.getImplementation().getFeature("LS", "3.0");
        // the schemas import each other by name only
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            LSInput input = load.createLSInput();
            input.setSystemId(namespace);
            input.setStringData(texts.get(namespace));
            return input;
        });
        String faults = "urn:fault.partner.soap.sforce.com";
        return factory.newSchema(new StreamSource(new StringReader(texts.get(faults)), faults));
    }

    private static String text(Element schema) throws TransformerException {
        StringWriter text = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(schema), new StreamResult(text));
        return text.toString();
    }

    /** The prefixes of the whole file are those of each schema in it. */
    private static void inherit(Element root, Element schema) {
        for (int i = 0; i < root.getAttributes().getLength(); i++) {
            Node attribute = root.getAttributes().item(i);
            if (attribute.getNodeName().startsWith("xmlns:") && !schema.hasAttribute(attribute.getNodeName())) {
                schema.setAttributeNS(
                        XMLConstants.XMLNS_ATTRIBUTE_NS_URI, attribute.getNodeName(), attribute.getNodeValue());
            }
        }
    }

    private static Document parse(String xml) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private ConnectorConfig config() {
        ConnectorConfig config = new ConnectorConfig();
        config.setAuthEndpoint("http://org.test" + PATH);
        config.setServiceEndpoint("http://org.test" + PATH);
        config.setSessionId(BareOrg.TOKEN);
        config.setCompression(false);
        config.setTransportFactory(() -> new SoapTransport(org.client(chain -> {
            var response = chain.proceed(chain.request());
            String body = response.body().string();
            answers.add(body);
            return response.newBuilder()
                    .body(ResponseBody.create(body, response.body().contentType()))
                    .build();
        })));
        return config;
    }

    private Calendar calendar(int seconds) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(org.clock.instant().plusSeconds(seconds).toEpochMilli());
        return calendar;
    }
}
