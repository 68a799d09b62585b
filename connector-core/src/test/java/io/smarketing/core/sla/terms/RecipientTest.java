package io.smarketing.core.sla.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecipientTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"sales@example.com", "field.sales+emea@sales.example.com", "o'neil@example.com", "root@localhost"
            })
    void anAddressIsOne(String text) {
        assertThat(Recipient.addressIn(text)).contains(Recipient.address(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sales@your-company..example",
                "field..sales@example.com",
                "sales@example.com.",
                "sales@.example.com",
                ".sales@example.com",
                "sales.@example.com",
                "sales",
                "sales@example.com\r\n"
            })
    void whatNoMailServerWouldTakeIsNone(String text) {
        assertThat(Recipient.addressIn(text)).isEmpty();
    }
}
