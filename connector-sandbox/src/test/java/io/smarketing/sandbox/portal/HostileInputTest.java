package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.sandbox.kernel.Answer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileInputTest {

    private static final List<String> METHODS = List.of("GET", "POST", "PATCH", "PUT", "DELETE");
    private static final List<String> PATHS = List.of(
            "/crm/objects/2026-09/contacts",
            "/crm/objects/2026-09/contacts/1",
            "/crm/objects/2026-09/contacts/search",
            "/crm/objects/2026-09/contacts/merge",
            "/crm/objects/2026-09/contacts/gdpr-delete",
            "/crm/objects/2026-09/contacts/batch/create",
            "/crm/objects/2026-09/contacts/batch/update",
            "/crm/objects/2026-09/contacts/batch/upsert",
            "/crm/objects/2026-09/contacts/batch/read",
            "/crm/objects/2026-09/contacts/batch/archive",
            "/crm/objects/2026-09/contacts/1/associations/companies/2",
            "/crm/associations/2026-09/contacts/companies/batch/create",
            "/crm/associations/2026-09/contacts/companies/batch/read",
            "/crm/associations/2026-09/contacts/companies/batch/labels/archive",
            "/crm/properties/2026-09/contacts",
            "/crm/properties/2026-09/contacts/email",
            "/crm/properties/2026-09/contacts/batch/create",
            "/crm/properties/2026-09/contacts/groups",
            "/crm/owners/2026-09",
            "/crm/pipelines/2026-09/deals",
            "/crm/limits/2026-09/records",
            "/account-info/2026-09/details",
            "/oauth/2026-09/token",
            "/crm/objects/2026-09/%E0%A4%A",
            "/crm/objects/2026-09/contacts/1/associations");
    private static final List<String> NAMES = List.of(
            "inputs",
            "properties",
            "id",
            "idProperty",
            "email",
            "lastname",
            "lifecyclestage",
            "createdate",
            "filterGroups",
            "filters",
            "propertyName",
            "operator",
            "value",
            "values",
            "highValue",
            "sorts",
            "limit",
            "after",
            "query",
            "associations",
            "to",
            "from",
            "types",
            "associationTypeId",
            "objectWriteTraceId",
            "options",
            "name",
            "type");
    private static final List<String> LEAVES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "99999999999999999999",
            "\"\"",
            "\"email\"",
            "\"EQ\"",
            "\"IN\"",
            "\"GT\"",
            "\"hs_object_id\"",
            "\"lastmodifieddate\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"1e999999999\"",
            "\"x' OR Name != '\"",
            "\"<script>\"",
            "\"=1+1\"",
            "\"\\u0000;\"",
            "\";\"",
            "\"a@example.com\"");

    @Test
    void whateverIsSentIsAnsweredAndNeverThrown() {
        Bench bench = new Bench();
        Random random = new Random(20_260_501);
        int served = 0;
        for (int i = 0; i < 20_000; i++) {
            String body = node(random, 0);
            Answer answer = bench.send(pick(random, METHODS), pick(random, PATHS), body);
            assertThat(answer.status()).as(body).isBetween(200, 499);
            served += answer.status() < 300 ? 1 : 0;
        }
        assertThat(served).isGreaterThan(100);
    }

    private static String node(Random random, int depth) {
        if (depth == 5 || (depth > 0 && random.nextInt(3) == 0)) {
            return pick(random, LEAVES);
        }
        StringBuilder text = new StringBuilder();
        boolean list = depth > 0 && random.nextInt(3) == 0;
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(text.isEmpty() ? "" : ",");
            text.append(list ? "" : "\"" + pick(random, NAMES) + "\":").append(node(random, depth + 1));
        }
        return list ? "[" + text + "]" : "{" + text + "}";
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
