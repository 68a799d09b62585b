package io.smarketing.sandbox.org.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SalesforceIdTest {

    @Test
    void agreesWithTheVectors() throws IOException {
        String data = System.getenv("SMARKETING_DATA");
        assumeTrue(data != null, "SMARKETING_DATA is not set: the id vectors are skipped");
        JsonNode file = new ObjectMapper()
                .readTree(Path.of(data, "vectors", "salesforce-id-15-18.json").toFile());
        assertThat(file.path("vectors")).isNotEmpty();
        for (JsonNode vector : file.path("vectors")) {
            String full = vector.path("id18").asText();
            assertThat(SalesforceId.normal(vector.path("id15").asText())).contains(full);
            assertThat(SalesforceId.normal(full)).contains(full);
        }
        for (JsonNode bad : file.path("invalid18")) {
            assertThat(SalesforceId.normal(bad.path("id").asText())).isEmpty();
        }
    }

    @Test
    void knownIdsGetTheirChecksums() {
        assertThat(SalesforceId.normal("70130000001tcyI")).contains("70130000001tcyIAAQ");
        assertThat(SalesforceId.normal("00558000001N0Ke")).contains("00558000001N0KeAAK");
        assertThat(SalesforceId.normal("a0D30000001n7Pi")).contains("a0D30000001n7PiEAI");
        assertThat(SalesforceId.normal("x' OR Id != '")).isEmpty();
    }

    @Property
    void anIdThatLostItsCaseIsRepaired(@ForAll @AlphaChars @NumericChars @StringLength(15) String id15) {
        String full = SalesforceId.lengthen(id15);
        assertThat(SalesforceId.normal(full.toLowerCase(Locale.ROOT))).contains(full);
    }

    @Test
    void newIdsAscend() {
        IdSource ids = new IdSource(new Random(1));
        String last = ids.next("00Q");
        for (int i = 0; i < 10_000; i++) {
            String next = ids.next("00Q");
            assertThat(next).hasSize(18).isGreaterThan(last);
            last = next;
        }
    }
}
