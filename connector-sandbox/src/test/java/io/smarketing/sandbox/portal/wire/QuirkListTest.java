package io.smarketing.sandbox.portal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.sandbox.kernel.Switch;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuirkListTest {

    @Test
    void everySwitchThatThePortalReadsCanBeSet() throws IllegalAccessException {
        List<String> read = new ArrayList<>();
        for (Field constant : Quirks.class.getFields()) {
            read.add(String.valueOf(constant.get(null)));
        }
        assertThat(QuirkList.ALL)
                .extracting(Switch::name)
                .containsExactlyInAnyOrderElementsOf(read)
                .hasSizeGreaterThan(20);
    }
}
