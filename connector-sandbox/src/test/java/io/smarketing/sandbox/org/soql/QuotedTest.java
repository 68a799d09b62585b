package io.smarketing.sandbox.org.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.sandbox.org.soql.Condition.Compare;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QuotedTest {

    @Property
    void anEscapedTextMeansItself(@ForAll String text) throws MalformedQuery {
        String escaped = text.replace("\\", "\\\\").replace("'", "\\'");
        SoqlQuery query = SoqlParser.parse("SELECT Id FROM Lead WHERE Name = '" + escaped + "'");
        Compare compare = (Compare) query.where().orElseThrow();
        assertThat(compare.value().quoted().plain()).isEqualTo(text);
    }

    @Test
    void anEscapedPatternMatchesItselfOnly() throws MalformedQuery {
        Predicate<String> pattern = new Quoted("%foo\\'\\%bar\\_%").like();
        assertThat(pattern).accepts("a FOO'%bar_ z").rejects("foo'xbar_");
        assertThat(new Quoted("%a_c%").like()).accepts("xABCx").rejects("ac");
        assertThat(new Quoted("%a\\%").like()).accepts("xa%").rejects("xa%x", "ax");
        assertThat(new Quoted("%a%b").like()).accepts("xAxB").rejects("xaxbx");
        assertThat(new Quoted("a%b%").like()).accepts("AxB").rejects("xab");
        assertThat(new Quoted("%%").like()).accepts("", "x");
        assertThatThrownBy(() -> new Quoted("\\%").plain()).isInstanceOf(MalformedQuery.class);
    }

    @Test
    void everyQueryOfTheVectorsIsUnderstood() throws IOException, MalformedQuery {
        String data = System.getenv("SMARKETING_DATA");
        assumeTrue(data != null, "SMARKETING_DATA is not set: the SOQL vectors are skipped");
        JsonNode vectors = new ObjectMapper()
                .readTree(Path.of(data, "vectors", "soql-escaping.json").toFile())
                .path("vectors");
        assertThat(vectors).isNotEmpty();
        for (JsonNode vector : vectors) {
            SoqlQuery query = SoqlParser.parse(vector.path("expected").asText());
            assertThat(query.from()).isEqualTo("bar");
            assertThat(query.where()).isPresent();
        }
    }
}
