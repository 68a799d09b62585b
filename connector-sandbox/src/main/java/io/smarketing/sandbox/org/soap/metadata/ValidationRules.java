package io.smarketing.sandbox.org.soap.metadata;

import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.soap.xml.Element;
import io.smarketing.sandbox.org.soap.xml.Xml;
import java.util.List;

/** The admin's validation rule, as the switch {@code validation-rule} has it, and one that is not active. */
public final class ValidationRules implements Components {

    private static final String RESTING = "Lead.Not_Active";

    private final Switches switches;

    public ValidationRules(Switches switches) {
        this.switches = switches;
    }

    @Override
    public List<String> names() {
        return switches.get("validation-rule")
                .map(rule -> List.of(active(rule), RESTING))
                .orElse(List.of(RESTING));
    }

    /** Such as {@code Lead.City_Rule} of {@code Lead.City=Atlantis}. */
    private static String active(String rule) {
        return rule.replaceAll("=.*", "") + "_Rule";
    }

    @Override
    public boolean has(String fullName) {
        return names().contains(fullName);
    }

    @Override
    public void read(String fullName, Xml xml) {
        xml.leaf("active", !fullName.equals(RESTING))
                .leaf("errorConditionFormula", "TRUE")
                .leaf("errorMessage", "This value is not allowed.");
    }

    @Override
    public void create(String fullName, Element component) throws Refused {
        throw new Refused("INVALID_TYPE", "this sandbox has its validation rule by a switch");
    }

    @Override
    public void update(String fullName, Element component) throws Refused {
        create(fullName, component);
    }
}
