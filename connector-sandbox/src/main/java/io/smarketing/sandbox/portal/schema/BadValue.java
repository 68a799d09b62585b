package io.smarketing.sandbox.portal.schema;

/** Why a value cannot stand in a property: the vendor's code and a sentence. */
public final class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    BadValue(String code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    /** The complaint about a value that is none of a property's choices. */
    public static BadValue option(String property, String raw) {
        return new BadValue("INVALID_OPTION", raw + " was not one of the allowed options of " + property);
    }

    /** Longer than a rule of the portal's admin allows. */
    public static BadValue tooLong(int most) {
        return new BadValue("PROPERTY_VALIDATION_RULE", "The value has more than " + most + " characters");
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
