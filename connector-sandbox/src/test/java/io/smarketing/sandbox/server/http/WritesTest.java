package io.smarketing.sandbox.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.sandbox.kernel.Ask;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritesTest {

    @ParameterizedTest
    @CsvSource({
        "/services/Soap/m/62.0, <m:createMetadata xmlns:m='x'>, true",
        "/services/Soap/m/62.0, <updateMetadata>, true",
        "/services/Soap/m/62.0, <m:readMetadata><type>createMetadata</type>, false",
        "/services/Soap/u/65.0, <query>, false",
        "/services/data/v66.0/sobjects/Lead, {}, true",
        "/crm/objects/2026-09/0-1/search, {}, false"
    })
    void a_post_is_a_write_by_what_it_asks_for(String path, String body, boolean write) {
        assertThat(Writes.is(new Ask("POST", path, Map.of(), Map.of(), body))).isEqualTo(write);
    }
}
