package io.smarketing.core.crm.push;

import java.util.Map;
import java.util.Optional;

/** How a CRM calls us when something has happened in it. */
public interface Push {

    /** The path of the address that it calls, such as {@code /changes}. */
    String path();

    /**
     * What a call hints at; empty if the call is not proved to come from the CRM.
     *
     * @param headers by their names in lower case
     * @param body as it came
     * @throws IllegalArgumentException if it comes from the CRM and cannot be understood
     */
    Optional<Hints> read(Map<String, String> headers, byte[] body);
}
