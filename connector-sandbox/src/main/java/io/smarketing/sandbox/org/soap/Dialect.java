package io.smarketing.sandbox.org.soap;

import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.org.soap.xml.Xml;
import java.util.Map;

/** The two SOAP APIs: their namespaces, and how each tells a fault. */
enum Dialect {
    PARTNER("urn:partner.soap.sforce.com", "urn:sobject.partner.soap.sforce.com", "urn:fault.partner.soap.sforce.com"),
    METADATA(
            "http://soap.sforce.com/2006/04/metadata",
            "http://soap.sforce.com/2006/04/metadata",
            "http://soap.sforce.com/2006/04/metadata");

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String ENVELOPE =
            "soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                    + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    private final String words;
    private final String records;
    private final String faults;

    Dialect(String words, String records, String faults) {
        this.words = words;
        this.records = records;
        this.faults = faults;
    }

    /** @param header what stands in the header, empty for none */
    Answer answer(String call, String inside, String header) {
        Xml xml =
                new Xml().append(DECLARATION).open(ENVELOPE + " xmlns=\"" + words + "\" xmlns:sf=\"" + records + "\"");
        if (!header.isEmpty()) {
            xml.open("soapenv:Header").append(header).close("soapenv:Header");
        }
        xml.open("soapenv:Body").open(call + "Response").append(inside).close(call + "Response");
        return of(200, xml.close("soapenv:Body").close("soapenv:Envelope"));
    }

    Answer fault(SoapFault fault) {
        Xml xml = new Xml().append(DECLARATION).open(ENVELOPE + " xmlns:sf=\"" + faults + "\"");
        xml.open("soapenv:Body").open("soapenv:Fault").leaf("faultcode", "sf:" + fault.code());
        xml.leaf("faultstring", fault.code() + ": " + fault.getMessage());
        if (this == PARTNER) {
            String type = type(fault.code());
            xml.open("detail").open("sf:" + type + " xsi:type=\"sf:" + type + "\"");
            xml.leaf("sf:exceptionCode", fault.code()).leaf("sf:exceptionMessage", String.valueOf(fault.getMessage()));
            if (hasPlace(type)) {
                xml.leaf("sf:row", -1).leaf("sf:column", -1);
            }
            xml.close("sf:" + type).close("detail");
        }
        return of(500, xml.close("soapenv:Fault").close("soapenv:Body").close("soapenv:Envelope"));
    }

    private static Answer of(int status, Xml xml) {
        return new Answer(status, Map.of("Content-Type", "text/xml;charset=UTF-8"), xml.toString());
    }

    private static String type(String code) {
        return switch (code) {
            case "MALFORMED_QUERY" -> "MalformedQueryFault";
            case "INVALID_FIELD" -> "InvalidFieldFault";
            case "INVALID_TYPE" -> "InvalidSObjectFault";
            case "INVALID_QUERY_LOCATOR" -> "InvalidQueryLocatorFault";
            default -> "UnexpectedErrorFault";
        };
    }

    private static boolean hasPlace(String type) {
        return type.equals("MalformedQueryFault")
                || type.equals("InvalidFieldFault")
                || type.equals("InvalidSObjectFault");
    }
}
