package io.smarketing.salesforce.soql;

import java.util.regex.Pattern;

/**
 * A record id in its normal form of 18 characters: 15 that are told apart by case, and 3 that hold their case. The
 * form of 15 is what reports and URLs show.
 */
public final class SalesforceId {

    private static final String CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{15}([A-Z0-5]{3})?");
    private static final int SHORT = 15;
    private static final int GROUP = 5;

    private SalesforceId() {}

    /** The 18 characters; an IllegalArgumentException if the text is no id, or its last three characters are wrong. */
    public static String normal(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("'" + id + "' is not a Salesforce id of 15 or 18 characters");
        }
        return id.substring(0, SHORT) + check(id);
    }

    /** True for 15 letters and digits, and for 18 whose last three fit. */
    public static boolean isId(String id) {
        return FORM.matcher(id).matches() && (id.length() == SHORT || id.endsWith(check(id)));
    }

    private static String check(String id) {
        StringBuilder check = new StringBuilder(SHORT / GROUP);
        for (int start = 0; start < SHORT; start += GROUP) {
            int bits = 0;
            for (int i = 0; i < GROUP; i++) {
                bits |= Character.isUpperCase(id.charAt(start + i)) ? 1 << i : 0;
            }
            check.append(CHECK.charAt(bits));
        }
        return check.toString();
    }
}
