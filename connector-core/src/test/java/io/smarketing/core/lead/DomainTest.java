package io.smarketing.core.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DomainTest {

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "' WWW.Example.COM ', example.com",
        "https://www.example.com/about?x=1#y, example.com",
        "http://example.co.uk:8080, example.co.uk",
        "//shop.example.com/, shop.example.com",
        "https://user@example.com/, example.com",
        "example.com., example.com",
        "www.example.com?x, example.com",
    })
    void the_domain_in_a_web_address(String text, String domain) {
        assertThat(Domain.in(text)).contains(domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "none", "https://", "n/a", "http:///x", "."})
    void what_has_none(String text) {
        assertThat(Domain.in(text)).isEmpty();
    }
}
