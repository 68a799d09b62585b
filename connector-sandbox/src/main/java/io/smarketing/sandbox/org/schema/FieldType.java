package io.smarketing.sandbox.org.schema;

import java.util.Locale;

/** The kinds of field, by the names that describe gives them. */
public enum FieldType {
    ID("tns:ID"),
    REFERENCE("tns:ID"),
    STRING("xsd:string"),
    TEXTAREA("xsd:string"),
    EMAIL("xsd:string"),
    PHONE("xsd:string"),
    URL("xsd:string"),
    PICKLIST("xsd:string"),
    MULTIPICKLIST("xsd:string"),
    COMBOBOX("xsd:string"),
    BOOLEAN("xsd:boolean"),
    INT("xsd:int"),
    DOUBLE("xsd:double"),
    CURRENCY("xsd:double"),
    PERCENT("xsd:double"),
    DATE("xsd:date"),
    DATETIME("xsd:dateTime");

    private final String soapType;

    FieldType(String soapType) {
        this.soapType = soapType;
    }

    public String soapType() {
        return soapType;
    }

    /** The name in describe. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True if values are text that people type: compared without regard to case, trimmed, limited in length. */
    public boolean isText() {
        return soapType.equals("xsd:string");
    }

    public boolean isId() {
        return this == ID || this == REFERENCE;
    }

    /** True if values have a scale to which they are rounded. */
    public boolean isDecimal() {
        return soapType.equals("xsd:double");
    }
}
