package io.smarketing.salesforce.provision;

import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.Part;
import java.util.List;
import java.util.Map;

/** One kind of thing that an org needs; what a step makes, the next one can rely on. */
interface Step {

    /** How it stands with each part; writes nothing. */
    List<Part> look(Blueprint blueprint);

    /** Makes what is missing; what the org said against a part, by its name. */
    Map<String, String> make(Blueprint blueprint);
}
