package io.smarketing.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.sandbox.data.FakeCrm;
import io.smarketing.sandbox.server.http.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ControlsTest {

    private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.parse("2026-05-01T00:00:00Z"));

    @Test
    void aRowThatWaitsIsNamedAfterHalfAMinuteWithoutARequest(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("timeline.csv"),
                "at,crm,object,key,action,field,value\n"
                        + "2026-03-01T10:00:00Z,salesforce,Lead,lead-0001@example.com,set,Company,A\n");
        World world = World.fill(
                SandboxSettings.defaults().withData(folder),
                wall::get,
                (clock, switches) -> FakeCrm.hubspot(),
                (clock, switches) -> FakeCrm.salesforce());
        Controls controls = new Controls(world, new Traffic(wall::get, () -> {}));
        controls.startReplay();
        while (world.replay().progress().held().isEmpty()) {
            LockSupport.parkNanos(1_000_000);
        }
        wall.set(Instant.parse("2026-05-01T00:00:29Z"));
        assertThat(controls.replay().has("waitingFor")).isFalse();
        wall.set(Instant.parse("2026-05-01T00:00:30Z"));
        assertThat(controls.replay().at("/waitingFor/row").asText()).isEqualTo("timeline.csv:2");
        assertThat(controls.replay().at("/waitingFor/key").asText()).isEqualTo("lead-0001@example.com");
        world.replay().close();
    }
}
