package io.smarketing.sandbox.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SampleFilesTest {

    @Test
    void theSampleThatIsShippedIsTheOneThatIsMade() throws IOException {
        Map<String, String> shipped = new HashMap<>();
        for (String name : DataFolder.sample().names()) {
            try (InputStream in = DataFolder.class.getResourceAsStream("/io/smarketing/sandbox/sample/" + name)) {
                shipped.put(name, new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(shipped).isEqualTo(SampleFiles.make());
    }

    @Test
    void itsTimelineIsReadableAndEndsAfterItsPeople() {
        Timeline timeline = Timeline.of(DataFolder.sample());
        assertThat(timeline.unreadable()).isEmpty();
        assertThat(timeline.rows()).hasSizeGreaterThan(80);
        assertThat(timeline.earliest().orElseThrow()).isEqualTo("2026-04-01T09:07:00Z");
    }
}
