package io.smarketing.sandbox.org;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.org.data.SalesforceId;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.write.Actor;
import io.smarketing.sandbox.org.write.Records;
import java.time.Instant;
import java.util.List;

/**
 * The users with whom the org is born: the integration user, who acts for API calls, and a person, who acts inside and
 * through scripts.
 *
 * @param integration id of the integration user
 * @param person id of the person
 * @param personName the person's user name
 */
record Staff(String integration, String person, String personName) {

    private static final List<String> STATUSES =
            List.of("Open - Not Contacted", "Working - Contacted", "Closed - Converted", "Closed - Not Converted");

    /** Creates them, the record of the org itself, and the statuses a lead can have. */
    static Staff hired(Records records, Store store, OrgSettings settings, Instant at) {
        String username = settings.username();
        String domain = username.contains("@") ? username.substring(username.indexOf('@') + 1) : "org.example";
        try {
            Actor birth = Actor.person("", at, Actor.Door.FILE);
            String org = SalesforceId.normal(settings.orgId()).orElse("");
            records.create(store.schema().need("Organization"), row("Name", "Sandbox", "Id", org), org, birth);
            ObjectNode integration = row("Username", username, "Email", username);
            integration.put("FirstName", "Integration").put("LastName", "User").put("Alias", "integ");
            String id = records.create(store.schema().need("User"), integration, birth)
                    .id();
            String admin = "admin@" + domain;
            String personName = admin.equals(username) ? "person@" + domain : admin;
            ObjectNode person = row("Username", personName, "Email", admin);
            person.put("FirstName", "System").put("LastName", "Administrator").put("Alias", "admin");
            Staff staff = new Staff(
                    id,
                    records.create(store.schema().need("User"), person, birth).id(),
                    personName);
            Actor founder = Actor.person(staff.person(), at, Actor.Door.FILE);
            for (int i = 0; i < STATUSES.size(); i++) {
                ObjectNode status = row("MasterLabel", STATUSES.get(i), "ApiName", STATUSES.get(i));
                status.put("SortOrder", i + 1).put("IsDefault", i == 0);
                status.put("IsConverted", STATUSES.get(i).equals("Closed - Converted"));
                records.create(store.schema().need("LeadStatus"), status, founder);
            }
            store.keep();
            return staff;
        } catch (OrgError e) {
            throw new IllegalArgumentException("the integration user's name will not do: " + e.getMessage(), e);
        }
    }

    private static ObjectNode row(String first, String value, String second, String other) {
        return JsonNodeFactory.instance.objectNode().put(first, value).put(second, other);
    }
}
